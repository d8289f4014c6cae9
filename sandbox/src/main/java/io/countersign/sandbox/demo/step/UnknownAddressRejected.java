package io.countersign.sandbox.demo.step;

import io.countersign.sandbox.demo.Seen;
import io.countersign.sandbox.demo.Step;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.KeyType;
import io.countersign.sandbox.demo.world.WithdrawOrder;

/** Nothing goes to an address that its owner has not put on the book. */
public record UnknownAddressRejected() implements Step {
    @Override
    public String sentence() {
        return "RSA key: withdraw to an address that is not on the address book";
    }

    @Override
    public String expected() {
        return "rejected by address-book, with the reason";
    }

    @Override
    public Seen run(DemoWorld world) throws InterruptedException {
        DemoAccount account = world.owner(KeyType.RSA);
        WithdrawOrder order = world.smallOrder(account).to(world.strangersAddress());
        return Refusal.of(account.withdraw(order))
                .by("address-book")
                .executions(world.standIn().executions(account.name(), order.id()))
                .seen();
    }
}
