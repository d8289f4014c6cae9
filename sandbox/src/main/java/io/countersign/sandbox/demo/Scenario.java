package io.countersign.sandbox.demo;

import io.countersign.sandbox.demo.step.AsynchronousWithdrawal;
import io.countersign.sandbox.demo.step.BalancesRead;
import io.countersign.sandbox.demo.step.DailyCapHeld;
import io.countersign.sandbox.demo.step.DepositAddressRead;
import io.countersign.sandbox.demo.step.FormBodyExecuted;
import io.countersign.sandbox.demo.step.FrozenAccountRejected;
import io.countersign.sandbox.demo.step.MovedCutExecutedOnce;
import io.countersign.sandbox.demo.step.OctetsCompared;
import io.countersign.sandbox.demo.step.RepeatExecutedOnce;
import io.countersign.sandbox.demo.step.TransactionCapHeld;
import io.countersign.sandbox.demo.step.UnboundKeyRefused;
import io.countersign.sandbox.demo.step.UnknownAddressRejected;
import io.countersign.sandbox.demo.step.UnknownPathRefused;
import io.countersign.sandbox.demo.step.WithdrawalExecuted;
import io.countersign.sandbox.demo.step.WrongSignatureReleased;
import io.countersign.sandbox.demo.world.KeyType;
import java.util.List;

/** Steps in their order. The demo shows them, and the end-to-end test runs the same ones. */
public record Scenario(List<Step> steps) {
    public Scenario {
        steps = List.copyOf(steps);
    }

    /** The whole path, and every way off it. */
    public static Scenario standard() {
        return new Scenario(List.of(
                new BalancesRead(KeyType.HMAC),
                new BalancesRead(KeyType.RSA),
                new BalancesRead(KeyType.ED25519),
                new DepositAddressRead(),
                new WithdrawalExecuted(KeyType.HMAC),
                new WithdrawalExecuted(KeyType.RSA),
                new WithdrawalExecuted(KeyType.ED25519),
                new FormBodyExecuted(),
                new RepeatExecutedOnce(),
                new MovedCutExecutedOnce(),
                new AsynchronousWithdrawal(),
                new UnknownAddressRejected(),
                new TransactionCapHeld(),
                new DailyCapHeld(),
                new WrongSignatureReleased(),
                new FrozenAccountRejected(),
                new UnboundKeyRefused(),
                new UnknownPathRefused(),
                // Last, so that it compares everything that the steps before have sent.
                new OctetsCompared()));
    }
}
