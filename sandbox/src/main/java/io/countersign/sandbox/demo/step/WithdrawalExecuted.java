package io.countersign.sandbox.demo.step;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.sandbox.demo.Checks;
import io.countersign.sandbox.demo.Seen;
import io.countersign.sandbox.demo.Step;
import io.countersign.sandbox.demo.world.Answer;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.KeyType;
import io.countersign.sandbox.demo.world.WithdrawOrder;

/** A withdrawal to the owner's own address is approved, executed once, and in Binance's history. */
public record WithdrawalExecuted(KeyType key) implements Step {
    @Override
    public String sentence() {
        return "%s key: withdraw to the own address".formatted(key.label());
    }

    @Override
    public String expected() {
        return "approved, executed once, in the history";
    }

    @Override
    public Seen run(DemoWorld world) throws InterruptedException {
        DemoAccount account = world.owner(key);
        WithdrawOrder order = world.smallOrder(account);
        Answer answer = account.withdraw(order);
        String id = answer.json().path("id").asText();
        int executions = world.standIn().executions(account.name(), order.id());
        JsonNode history = account.history(order).json();
        boolean listed =
                history.size() == 1 && history.path(0).path("id").asText().equals(id);
        return new Checks()
                .saw(answer.brief(), answer.isOk())
                .saw(order.amount() + " executed " + times(executions), executions == 1)
                .saw(listed ? "in the history by its id" : "not in the history: " + history, listed)
                .seen();
    }

    static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }
}
