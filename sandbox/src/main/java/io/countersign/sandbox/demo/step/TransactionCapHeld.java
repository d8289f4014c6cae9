package io.countersign.sandbox.demo.step;

import io.countersign.domain.money.Amount;
import io.countersign.sandbox.demo.Seen;
import io.countersign.sandbox.demo.Step;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.KeyType;
import io.countersign.sandbox.demo.world.WithdrawOrder;
import java.math.BigDecimal;

/** One withdrawal that is worth too much is rejected by itself. */
public record TransactionCapHeld() implements Step {
    private static final BigDecimal A_LITTLE = new BigDecimal("0.01");

    @Override
    public String sentence() {
        return "Withdraw 0.01 more than the cap for one withdrawal";
    }

    @Override
    public String expected() {
        return "rejected by per-transaction-cap";
    }

    @Override
    public Seen run(DemoWorld world) throws InterruptedException {
        DemoAccount account = world.owner(KeyType.ED25519);
        Amount cap = world.caps().perTransaction();
        WithdrawOrder order = account.order(new Amount(cap.value().add(A_LITTLE), cap.asset()));
        return Refusal.of(account.withdraw(order))
                .by("per-transaction-cap")
                .executions(world.standIn().executions(account.name(), order.id()))
                .seen();
    }
}
