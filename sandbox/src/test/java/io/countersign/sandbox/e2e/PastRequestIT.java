package io.countersign.sandbox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.KeyType;
import io.countersign.sandbox.settings.Ports;
import io.countersign.sandbox.settings.Role;
import io.countersign.sandbox.settings.SandboxFiles;
import io.countersign.sandbox.settings.SandboxSettings;
import io.countersign.sandbox.token.TokenRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a gateway has forgotten, or never saw, it reads back from the topics. */
class PastRequestIT {
    private static final int EACH = 4;

    @Test
    void findingsAndAnswersOutliveTheGateway() throws Exception {
        SandboxFiles files = new SandboxFiles(Path.of("target", "past-request"));
        files.deleteData();
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.defaults()
                        .in(files.root())
                        .on(Ports.free())
                        .withJvmOptions(Role.GATEWAY, "-Dcountersign.gateway.view.retention=PT1S"));
                DemoWorld world = DemoWorld.of(sandbox)) {
            List<DemoAccount> accounts = new ArrayList<>();
            for (int i = 0; i < EACH; i++) {
                accounts.add(world.open("past-" + i, KeyType.HMAC));
            }
            List<String> refused = new ArrayList<>();
            List<String> done = new ArrayList<>();
            for (DemoAccount account : accounts) {
                refused.add(id(account.withdraw(world.smallOrder(account).to(world.strangersAddress()))
                        .json()));
                account.withdraw(world.smallOrder(account));
                done.add(owner(sandbox, account)
                        .get("/v1/requests?limit=1")
                        .path("requests")
                        .path(0)
                        .path("requestId")
                        .asText());
            }

            sandbox.kill(Role.GATEWAY);
            sandbox.restart(Role.GATEWAY);

            for (int i = 0; i < EACH; i++) {
                NativeApi owner = owner(sandbox, accounts.get(i));
                shows(owner.get("/v1/requests/" + refused.get(i)), owner.get("/v1/requests/" + done.get(i)));
                assertThat(owner.get("/v1/requests/" + refused.get((i + 1) % EACH))
                                .path("status")
                                .asInt())
                        .as("another account's")
                        .isEqualTo(404);
            }
        }
    }

    private static void shows(JsonNode no, JsonNode yes) {
        assertThat(no.path("state").asText()).isEqualTo("REJECTED");
        assertThat(no.path("decision").path("findings").findValuesAsText("rule"))
                .as(no.toString())
                .contains("address-book");
        assertThat(yes.path("state").asText()).isEqualTo("DONE");
        assertThat(yes.path("answer").path("status").asInt()).as(yes.toString()).isEqualTo(200);
    }

    private static NativeApi owner(Sandbox sandbox, DemoAccount account) {
        return NativeApi.with(sandbox, TokenRequest.owner(account.name()));
    }

    private static String id(JsonNode problem) {
        return problem.path("requestId").asText();
    }
}
