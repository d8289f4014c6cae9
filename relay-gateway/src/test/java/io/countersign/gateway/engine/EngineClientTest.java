package io.countersign.gateway.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.countersign.domain.id.AccountId;
import io.countersign.gateway.answer.ProblemException;
import io.countersign.gateway.answer.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against servers that speak HTTP, and one that accepts and says nothing. */
class EngineClientTest {

    private static final AccountId ALICE = new AccountId("alice");
    private static final String REPORT = """
            {"servedBy":"engine:8080","role":"%s","behind":null,"state":{"account":"alice","at":"2026-11-22T12:00:00Z",
            "policyVersion":7,"tier":null,"addressBook":[],"connections":[],"freezes":[],"freezesForEveryone":[],
            "confirmations":[],"limits":[],"decided":[],"baseline":{"transfers":0}}}
            """;

    private final List<HttpServer> servers = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(server -> server.stop(0));
    }

    @Test
    void theNextIsAskedWhenOneCannotTell() throws Exception {
        try (EngineClient client = client(server(503, "{}"), server(200, REPORT.formatted("STANDBY")))) {
            AccountReport report = client.account(ALICE);

            assertThat(report.state().policyVersion()).isEqualTo(7);
            assertThat(report.isStale()).isTrue();
        }
    }

    @Test
    void anAccountWithoutStateIsAnswered() throws Exception {
        try (EngineClient client = client(server(404, REPORT.formatted("ACTIVE")))) {
            assertThat(client.account(ALICE).isStale()).isFalse();
        }
    }

    @Test
    void aSilentEngineDoesNotKeepTheAnswer() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                EngineClient client = client(
                        URI.create("http://127.0.0.1:" + silent.getLocalPort()),
                        server(200, REPORT.formatted("ACTIVE")))) {
            assertThat(client.account(ALICE).state().policyVersion()).isEqualTo(7);
        }
    }

    @Test
    void withoutAnyEngineTheCallerIsToldToAskLater() throws Exception {
        try (EngineClient client = client(server(401, "{}"), server(200, "what?"))) {
            assertThatThrownBy(() -> client.account(ALICE)).isInstanceOfSatisfying(ProblemException.class, thrown -> {
                assertThat(thrown.problem().status()).isEqualTo(503);
                assertThat(thrown.problem().headers()).contains(new Reply.Field("Retry-After", "2"));
            });
        }
    }

    private URI server(int status, String body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/internal/accounts/alice", exchange -> {
            boolean known = "Bearer secret".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] octets = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(known ? status : 401, octets.length);
            exchange.getResponseBody().write(octets);
            exchange.close();
        });
        server.start();
        servers.add(server);
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static EngineClient client(URI... engines) {
        Duration patience = Duration.ofMillis(500);
        return new EngineClient(new EngineClient.Setting(List.of(engines), "secret", patience, patience));
    }
}
