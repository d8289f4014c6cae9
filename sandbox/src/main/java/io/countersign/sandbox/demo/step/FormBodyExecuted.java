package io.countersign.sandbox.demo.step;

import io.countersign.sandbox.demo.Checks;
import io.countersign.sandbox.demo.Seen;
import io.countersign.sandbox.demo.Step;
import io.countersign.sandbox.demo.wire.HttpMessage;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.HandSigned;
import io.countersign.sandbox.demo.world.KeyType;
import io.countersign.sandbox.demo.world.WithdrawOrder;

/** Other clients put the parameters into a form body, or the timestamp into the query and the rest into the body. */
public record FormBodyExecuted() implements Step {
    private static final int OK = 200;

    @Override
    public String sentence() {
        return "Withdraw as other clients write it: all in a form body, then half in the query";
    }

    @Override
    public String expected() {
        return "both executed once";
    }

    @Override
    public Seen run(DemoWorld world) throws InterruptedException {
        DemoAccount account = world.owner(KeyType.HMAC);
        WithdrawOrder inBody = world.smallOrder(account);
        WithdrawOrder mixed = world.smallOrder(account);
        Checks checks = new Checks();
        look("body", checks, world.sendThroughTap(HandSigned.inBody(account, inBody)));
        look("half in the query", checks, world.sendThroughTap(HandSigned.mixed(account, mixed)));
        int first = world.standIn().executions(account.name(), inBody.id());
        int second = world.standIn().executions(account.name(), mixed.id());
        return checks.saw("executed %d and %d times".formatted(first, second), first == 1 && second == 1)
                .seen();
    }

    private static void look(String layout, Checks checks, HttpMessage answer) {
        boolean good = answer.status() == OK;
        checks.saw("%s: HTTP %d%s".formatted(layout, answer.status(), good ? "" : ": " + answer.text()), good);
    }
}
