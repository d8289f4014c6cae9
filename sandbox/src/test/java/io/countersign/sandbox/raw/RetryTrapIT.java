package io.countersign.sandbox.raw;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.demo.wire.HttpMessage;
import io.countersign.sandbox.demo.wire.TappedExchange;
import io.countersign.sandbox.demo.world.Answer;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.HandSigned;
import io.countersign.sandbox.demo.world.KeyType;
import io.countersign.sandbox.demo.world.ReceivedRequest;
import io.countersign.sandbox.e2e.SharedSandbox;
import io.countersign.sandbox.http.JsonHttp;
import io.countersign.sandbox.standin.http.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whatever Binance answers, the Java connector, which by itself sends a signed withdrawal again on 408, on 307 and 308, on 503 with
 * {@code Retry-After: 0} and on a connection that closes without an answer, sends it once, and so does the relay.
 */
@ExtendWith(SharedSandbox.class)
@TestInstance(Lifecycle.PER_CLASS)
class RetryTrapIT {

    private static final List<Integer> TRAPS = List.of(301, 302, 303, 307, 308, 408, 421);

    private final DemoWorld world;
    private final JsonHttp control;

    RetryTrapIT(Sandbox sandbox, DemoWorld world) {
        this.world = world;
        this.control = new JsonHttp(sandbox.addresses().standInControl());
    }

    @AfterEach
    void behave() throws InterruptedException {
        world.standIn().behave();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "status, 301, 301",
        "status, 302, 302",
        "status, 303, 303",
        "status, 307, 307",
        "status, 308, 308",
        "status, 408, 408",
        "status, 421, 421",
        "status, 500, 500",
        "status, 503, 503",
        "error-after, 0, 504",
        "garbage, 0, 200",
        "reset-before, 0, 0",
        "reset-after, 0, 0",
        "hang-after, 0, 0",
    })
    void aClientSendsItOnce(String kind, int status, int seen) throws Exception {
        DemoAccount account = world.open("trap-%s-%d".formatted(kind, status), KeyType.HMAC);
        misbehave(kind, status);

        Answer answer = account.withdraw(world.smallOrder(account));

        assertThat(world.standIn().requests(account.apiKey()))
                .as("what Binance received, and how it answered")
                .extracting(ReceivedRequest::status)
                .containsExactly(seen);
        assertThat(sent(account)).as("what the client sent").hasSize(1).allSatisfy(each -> {
            assertThat(each.status()).isEqualTo(answer.status()).isNotIn(TRAPS);
            assertThat(each.header("Retry-After").orElse("1")).isNotEqualTo("0");
            assertThat(each.header("Location").orElse("/v1/requests/")).startsWith("/v1/requests/");
        });
    }

    /** The answers to the withdrawals that the account's client sent. */
    private List<HttpMessage> sent(DemoAccount account) {
        return world.tap().exchanges().stream()
                .filter(each -> each.request().target().startsWith(HandSigned.PATH))
                .filter(each -> each.request().header("X-MBX-APIKEY").orElse("").equals(account.apiKey()))
                .map(TappedExchange::answer)
                .toList();
    }

    private void misbehave(String kind, int status) throws InterruptedException {
        ArrayNode faults = Json.array();
        ObjectNode fault = faults.addObject().put("kind", kind);
        if (status > 0) {
            fault.put("status", status);
        }
        fault.putObject("match").put("method", "POST").put("path", HandSigned.PATH);
        assertThat(control.send("PUT", "/faults", Map.of(), faults).isGood()).isTrue();
    }
}
