package io.countersign.sandbox.standin.endpoints;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.sandbox.standin.endpoints.WithdrawRules.Bad;
import io.countersign.sandbox.standin.endpoints.WithdrawRules.Good;
import io.countersign.sandbox.standin.http.Json;
import io.countersign.sandbox.standin.rules.BinanceError;
import io.countersign.sandbox.standin.rules.Call;
import io.countersign.sandbox.standin.rules.Outcome;
import io.countersign.sandbox.standin.world.Withdrawal;
import io.countersign.sandbox.standin.world.Withdrawal.Method;
import java.util.Optional;
import java.util.function.Function;

/** The calls that send funds away. A repeat is executed again: withdrawOrderId is only a label. */
final class WithdrawEndpoints {

    private WithdrawEndpoints() {}

    static Outcome capital(Call call) {
        return apply(call, Method.CAPITAL, withdrawal -> Json.object().put("id", withdrawal.id()));
    }

    static Outcome localEntity(Call call) {
        if (Json.read(call.parameters().text("questionnaire"))
                .filter(JsonNode::isObject)
                .isEmpty()) {
            return Outcome.refused(BinanceError.invalid("questionnaire"));
        }
        return apply(call, Method.LOCAL_ENTITY, withdrawal -> Json.object()
                .put("trId", withdrawal.trId())
                .put("accepted", true)
                .put("info", "Withdrawal request accepted"));
    }

    private static Outcome apply(Call call, Method method, Function<Withdrawal, JsonNode> answer) {
        return switch (WithdrawRules.read(call.parameters())) {
            case Bad bad -> Outcome.refused(bad.error());
            case Good good -> {
                Optional<Withdrawal> withdrawal = call.account()
                        .withdraw(good.order(), method, call.world().clock().micros());
                yield withdrawal
                        .map(made -> Outcome.moved(answer.apply(made), made.id()))
                        .orElseGet(() -> Outcome.refused(insufficient()));
            }
        };
    }

    static BinanceError insufficient() {
        return BinanceError.bad(-4026, "User has insufficient balance.");
    }
}
