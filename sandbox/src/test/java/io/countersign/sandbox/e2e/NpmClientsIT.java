package io.countersign.sandbox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.demo.wire.Tap;
import io.countersign.sandbox.demo.world.KeyType;
import io.countersign.sandbox.demo.world.ReceivedRequest;
import io.countersign.sandbox.demo.world.StandInClient;
import io.countersign.sandbox.standin.http.Json;
import io.countersign.sandbox.token.TokenRequest;
import io.countersign.wire.seal.WireRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Client libraries of other people, unmodified, from loading markets to a withdrawal, its repeat and its refusals. */
@ExtendWith(SharedSandbox.class)
class NpmClientsIT {
    private final Sandbox sandbox;

    NpmClientsIT(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** A client of the table in docs/reference/clients.md, and whether a name with a space in it survives its encoding. */
    private record Client(String name, boolean spaces) {}

    @BeforeAll
    static void install() throws InterruptedException {
        NpmClients.install();
    }

    @TestFactory
    Stream<DynamicTest> everyClientWithEveryKindOfKey() {
        return Stream.of(
                        new Client("ccxt", false),
                        new Client("wallet", false),
                        new Client("connector", true),
                        new Client("connector-typescript", true),
                        new Client("binance", true))
                .flatMap(client -> Stream.of(KeyType.values())
                        .map(kind -> DynamicTest.dynamicTest(
                                client.name() + " with " + kind.label(), () -> works(client, kind))));
    }

    private void works(Client client, KeyType kind) throws InterruptedException {
        String account = "%s-%s".formatted(client.name(), kind.label().toLowerCase(Locale.ROOT));
        InetSocketAddress gateway = new InetSocketAddress(
                InetAddress.getLoopbackAddress(),
                URI.create(sandbox.addresses().gateway()).getPort());
        try (Tap tap = Tap.before(gateway)) {
            ObjectNode settings = Json.object()
                    .put("gateway", tap.address())
                    .put("control", sandbox.addresses().standInControl())
                    .put("token", sandbox.token(TokenRequest.owner(account)))
                    .put("name", account)
                    .put("kind", kind.name());

            JsonNode seen = NpmClients.drive(client.name(), settings);

            everyStepIsAsExpected(seen, client.spaces());
            theOctetsAreTheClients(tap, seen.path("apiKey").asText());
            assertThat(new StandInClient(sandbox.addresses().standInControl()).withdrawals(account))
                    .as("executed at Binance")
                    .hasSize(client.spaces() ? 2 : 1);
        }
    }

    private static void everyStepIsAsExpected(JsonNode seen, boolean spaces) {
        SoftAssertions softly = new SoftAssertions();
        for (String step : List.of("markets", "balances", "deposit", "withdraw", "history")) {
            softly.assertThat(seen.path(step).path("ok").asBoolean())
                    .as("%s: %s", step, seen.path(step))
                    .isTrue();
        }
        softly.assertThat(told(seen, "history")).contains(seen.path("once").asText());
        softly.assertThat(told(seen, "again"))
                .as("the same order again")
                .contains("order-id: another withdrawal had this withdrawOrderId");
        softly.assertThat(told(seen, "tooMuch")).contains("per-transaction-cap: ");
        softly.assertThat(told(seen, "stranger")).contains("address-book: ");
        softly.assertThat(seen.path("named").path("ok").asBoolean())
                .as("named: %s", seen.path("named"))
                .isEqualTo(spaces);
        softly.assertThat(seen.path("tiny").path("ok").asBoolean())
                .as("tiny: %s", seen.path("tiny"))
                .isFalse();
        softly.assertAll();
    }

    private static String told(JsonNode seen, String step) {
        return seen.path(step).path("told").asText();
    }

    private void theOctetsAreTheClients(Tap tap, String apiKey) throws InterruptedException {
        List<WireRequest> sent = new ArrayList<>();
        tap.exchanges().forEach(each -> sent.add(each.request().wire()));
        List<ReceivedRequest> received = new StandInClient(sandbox.addresses().standInControl()).requests(apiKey);

        assertThat(received)
                .as("what Binance received")
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(each ->
                        // Each removes one, so that a request that arrived twice finds nothing the second time.
                        assertThat(sent.remove(each.wire()))
                                .as(each.wire().target().split("\\?", 2)[0])
                                .isTrue());
    }
}
