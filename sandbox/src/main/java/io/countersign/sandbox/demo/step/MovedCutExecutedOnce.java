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
import java.util.List;

/** The same parameters are the same request, wherever they stand. */
public record MovedCutExecutedOnce() implements Step {

    @Override
    public String sentence() {
        return "Sign the same parameters in the query, in query and body, and in the body";
    }

    @Override
    public String expected() {
        return "executed once, always the same answer";
    }

    @Override
    public Seen run(DemoWorld world) throws InterruptedException {
        DemoAccount account = world.owner(KeyType.ED25519);
        WithdrawOrder order = world.smallOrder(account);
        List<HttpMessage> answers = HandSigned.cutAnywhere(account, order).stream()
                .map(world::sendThroughTap)
                .toList();

        HttpMessage first = answers.getFirst();
        long same = answers.stream()
                .filter(each -> each.status() == first.status())
                .filter(each -> each.body().equals(first.body()))
                .count();
        int executions = world.standIn().executions(account.name(), order.id());
        return new Checks()
                .saw("HTTP " + first.status(), first.status() == 200)
                .saw("executed " + WithdrawalExecuted.times(executions), executions == 1)
                .saw("%d of %d answers are the same octets".formatted(same, answers.size()), same == answers.size())
                .seen();
    }
}
