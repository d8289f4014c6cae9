package io.countersign.sandbox.demo.step;

import io.countersign.sandbox.demo.Checks;
import io.countersign.sandbox.demo.Seen;
import io.countersign.sandbox.demo.Step;
import io.countersign.sandbox.demo.wire.HttpMessage;
import io.countersign.sandbox.demo.world.Answer;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.KeyType;
import io.countersign.sandbox.demo.world.WithdrawOrder;
import io.countersign.wire.message.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Clients resend what they signed; Binance gets it once, and each sender gets the one answer. */
public record RepeatExecutedOnce() implements Step {
    private static final int AT_ONCE = 4;

    @Override
    public String sentence() {
        return "Send the same signed octets again, then %d times at once".formatted(AT_ONCE);
    }

    @Override
    public String expected() {
        return "executed once, always the same answer";
    }

    @Override
    public Seen run(DemoWorld world) throws InterruptedException {
        DemoAccount account = world.owner(KeyType.HMAC);
        WithdrawOrder order = world.smallOrder(account);
        Answer first = account.withdraw(order);
        Octets signed = first.exchange().request().raw();

        List<HttpMessage> repeats = new ArrayList<>(List.of(world.sendAgain(signed)));
        List<CompletableFuture<HttpMessage>> atOnce = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            atOnce.add(CompletableFuture.supplyAsync(() -> world.sendAgain(signed), Thread::startVirtualThread));
        }
        atOnce.forEach(each -> repeats.add(each.join()));

        long same = repeats.stream()
                .filter(each -> each.status() == first.status())
                .filter(each -> each.body().equals(first.exchange().answer().body()))
                .count();
        int executions = world.standIn().executions(account.name(), order.id());
        return new Checks()
                .saw(first.brief(), first.isOk())
                .saw("executed " + WithdrawalExecuted.times(executions), executions == 1)
                .saw("%d of %d answers are the same octets".formatted(same, repeats.size()), same == repeats.size())
                .seen();
    }
}
