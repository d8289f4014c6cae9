package io.countersign.sandbox.demo.step;

import io.countersign.sandbox.demo.Checks;
import io.countersign.sandbox.demo.Seen;
import io.countersign.sandbox.demo.Step;
import io.countersign.sandbox.demo.world.Answer;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.KeyType;

/** A freeze stops everything from that instant. */
public record FrozenAccountRejected() implements Step {
    private static final String RULE = "account-freeze";

    @Override
    public String sentence() {
        return "The owner freezes the account after a read; read and withdraw again";
    }

    @Override
    public String expected() {
        return "the first read is answered, then both are rejected by account-freeze";
    }

    @Override
    public Seen run(DemoWorld world) throws InterruptedException {
        DemoAccount account = world.open("frozen", KeyType.ED25519);
        Answer before = account.balances();
        account.gateway().freeze("phone lost");
        Seen read = Refusal.of(account.balances()).by(RULE).seen();
        Seen withdrawal = Refusal.of(account.withdraw(world.smallOrder(account)))
                .by(RULE)
                .saying("phone lost")
                .executions(world.standIn().withdrawals(account.name()).size())
                .seen();
        return new Checks()
                .saw(before.brief(), before.isOk())
                .saw("read: " + read.words(), read.asExpected())
                .saw("withdrawal: " + withdrawal.words(), withdrawal.asExpected())
                .seen();
    }
}
