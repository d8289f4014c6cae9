package io.countersign.sandbox.demo.step;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.sandbox.demo.Checks;
import io.countersign.sandbox.demo.Seen;
import io.countersign.sandbox.demo.Step;
import io.countersign.sandbox.demo.world.Answer;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.KeyType;
import io.countersign.sandbox.demo.world.Poll;
import io.countersign.sandbox.demo.world.WithdrawOrder;
import java.util.Set;

/** Who does not want to wait gets a place to ask. */
public record AsynchronousWithdrawal() implements Step {
    private static final int ACCEPTED = 202;
    private static final Set<String> UNDER_WAY = Set.of("", "RECEIVED", "APPROVED");

    @Override
    public String sentence() {
        return "Withdraw with Prefer: respond-async and poll";
    }

    @Override
    public String expected() {
        return "202 with a Location, which comes to DONE";
    }

    @Override
    public Seen run(DemoWorld world) throws InterruptedException {
        DemoAccount account = world.owner(KeyType.ED25519);
        WithdrawOrder order = world.smallOrder(account);
        Answer answer = account.withdrawLater(order);
        String place = answer.exchange().answer().header("Location").orElse("");
        Checks checks = new Checks()
                .saw(answer.brief(), answer.status() == ACCEPTED)
                .require(place.startsWith("/v1/requests/"), "no Location");
        if (place.isEmpty()) {
            return checks.seen();
        }
        JsonNode request = Poll.until(
                () -> account.gateway().request(place),
                each -> !UNDER_WAY.contains(each.path("state").asText()));
        String state = request.path("state").asText();
        int executions = world.standIn().executions(account.name(), order.id());
        return checks.saw("comes to " + state, state.equals("DONE"))
                .saw("executed " + WithdrawalExecuted.times(executions), executions == 1)
                .seen();
    }
}
