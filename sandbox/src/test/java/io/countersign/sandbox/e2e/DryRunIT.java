package io.countersign.sandbox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.KeyType;
import io.countersign.sandbox.demo.world.WithdrawOrder;
import io.countersign.sandbox.http.JsonHttp.JsonAnswer;
import io.countersign.sandbox.policy.Officers;
import io.countersign.sandbox.standin.http.Json;
import io.countersign.sandbox.token.TokenRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a policy would say, asked of the real engine. */
@ExtendWith(SharedSandbox.class)
class DryRunIT {
    @Test
    void aDryRunTellsTheFindingsAndChangesNothing(Sandbox sandbox) throws Exception {
        NativeApi officer = NativeApi.with(sandbox, TokenRequest.officer(Officers.FIRST));
        try (DemoWorld world = DemoWorld.of(sandbox)) {
            DemoAccount account = world.open("dry", KeyType.HMAC);

            JsonAnswer judged = officer.post("/v1/admin/policies/dry-run", question(world, account));

            assertThat(judged.status()).as(judged.body().toString()).isEqualTo(200);
            assertThat(judged.body().path("status").asText()).isEqualTo("REJECTED");
            assertThat(judged.body().toString()).contains("per-transaction-cap");
            assertThat(officer.get("/v1/admin/accounts/%s/requests".formatted(account.name()))
                            .path("requests"))
                    .isEmpty();
        }
    }

    /** A day's cap in one withdrawal. */
    private static ObjectNode question(DemoWorld world, DemoAccount account) {
        ObjectNode question = Json.object().put("account", account.name());
        question.set(
                "request",
                Json.object()
                        .put("endpoint", "POST /sapi/v1/capital/withdraw/apply")
                        .put("asset", world.caps().quote())
                        .put("amount", world.caps().perDay().plain())
                        .put("network", WithdrawOrder.NETWORK)
                        .put("address", account.order(world.caps().small()).address())
                        .put("withdrawOrderId", "dry-1"));
        return question;
    }
}
