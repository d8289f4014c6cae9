package io.countersign.sandbox.raw;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.HandSigned;
import io.countersign.sandbox.demo.world.KeyType;
import io.countersign.sandbox.demo.world.Poll;
import io.countersign.sandbox.e2e.SharedSandbox;
import io.countersign.sandbox.http.JsonHttp;
import io.countersign.sandbox.settings.Role;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A gateway that is told to stop answers everybody first: on a closed connection clients send a signed withdrawal again. */
@ExtendWith(SharedSandbox.class)
class DrainIT {

    private static final String WITHDRAW = "/sapi/v1/capital/withdraw/apply";
    private static final int CALLERS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String TIME = "GET /api/v3/time HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private final Sandbox sandbox;

    DrainIT(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** Some are answered by Binance in time; the others wait for longer than a gateway that ends can. */
    @Test
    void everybodyIsAnsweredBeforeTheGatewayEnds() throws Exception {
        List<Wire> waiting = new ArrayList<>();
        try (DemoWorld world = DemoWorld.of(sandbox);
                Wire idle = new Wire(sandbox)) {
            idle.send(TIME);
            assertThat(idle.next().status()).isEqualTo(200);
            List<DemoAccount> accounts = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                accounts.add(world.open("draining-" + i, KeyType.HMAC));
            }
            beSlow();
            for (DemoAccount account : accounts) {
                Wire wire = new Wire(sandbox);
                waiting.add(wire);
                wire.send(text(
                        HandSigned.inBody(account, world.smallOrder(account)).toBytes()));
            }
            Poll.until(
                    PATIENCE,
                    () -> world.standIn().answers().getOrDefault("0 " + WITHDRAW, 0L),
                    there -> there == CALLERS);

            Objects.requireNonNull(sandbox.processes().get(Role.GATEWAY)).terminate();

            List<Integer> statuses = new ArrayList<>();
            for (Wire wire : waiting) {
                Wire.Answer answer = wire.next();
                statuses.add(answer.status());
                assertThat(answer.status() == 200 || answer.isProblem("no-answer-in-time"))
                        .as(answer.body())
                        .isTrue();
                assertThat(answer.closes()).isTrue();
            }
            assertThat(statuses).contains(200, 504).hasSize(CALLERS);
            assertThat(idle.untilClosed()).isEmpty();
        } finally {
            for (Wire wire : waiting) {
                wire.close();
            }
            sandbox.restart(Role.GATEWAY);
        }
    }

    /**
     * Half of the withdrawals are answered before the gateway stops waiting, half of them after: the last to come are the quick ones,
     * so that none is answered before the gateway is told to end.
     */
    private void beSlow() throws InterruptedException {
        ArrayNode faults = new ObjectMapper().createArrayNode();
        for (int delay : new int[] {12_000, 3_000}) {
            ObjectNode fault = faults.addObject()
                    .put("kind", "slow")
                    .put("delayMillis", delay)
                    .put("times", CALLERS / 2);
            fault.putObject("match").put("path", WITHDRAW);
        }
        assertThat(new JsonHttp(sandbox.addresses().standInControl())
                        .send("PUT", "/faults", Map.of(), faults)
                        .isGood())
                .isTrue();
    }

    private static String text(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }
}
