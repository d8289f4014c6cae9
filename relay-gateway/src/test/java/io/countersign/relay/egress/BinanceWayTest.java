package io.countersign.relay.egress;

import static io.countersign.relay.egress.SenderFixture.IN_TIME;
import static io.countersign.relay.egress.SenderFixture.OK;
import static io.countersign.relay.egress.SenderFixture.POST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.relay.testing.RelayConfigs;
import io.countersign.wire.settings.StartException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class BinanceWayTest {

    private final Certificates.Certificate binance;
    private final Certificates.Certificate other;

    BinanceWayTest(@TempDir Path folder) throws Exception {
        binance = new Certificates(folder).make("binance", "localhost");
        other = new Certificates(folder).make("other", "elsewhere.test");
    }

    @BeforeAll
    void warmUp() throws Exception {
        // The first handshake of a process is slow, and what is tested has a deadline.
        try (RawServer server = tls(binance)) {
            Attempt ignored = send(server, binance.pem(), null);
        }
    }

    @Test
    void aPinnedAuthorityIsBelieved() throws Exception {
        try (RawServer server = tls(binance)) {
            assertThat(send(server, binance.pem(), null))
                    .isInstanceOfSatisfying(Attempt.Answered.class, answered -> assertThat(answered.status())
                            .isEqualTo(200));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void anyOtherAuthorityIsNot() throws Exception {
        try (RawServer server = tls(binance)) {
            assertThat(send(server, null, null)).isInstanceOf(Attempt.NotSent.class);
            assertThat(send(server, other.pem(), null)).isInstanceOf(Attempt.NotSent.class);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void aCertificateForAnotherNameIsNot() throws Exception {
        try (RawServer server = tls(other)) {
            assertThat(send(server, other.pem(), null)).isInstanceOf(Attempt.NotSent.class);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void aProxySeesWhereToConnectAndNothingElse() throws Exception {
        try (RawServer server = tls(binance);
                ConnectProxy proxy = new ConnectProxy(server.port())) {
            Attempt attempt = send(server, binance.pem(), new BinanceWay.Proxy("localhost", proxy.port()));

            assertThat(attempt).isInstanceOf(Attempt.Answered.class);
            assertThat(proxy.asked()).singleElement().satisfies(head -> assertThat(head)
                    .startsWith("CONNECT localhost:" + server.port() + " HTTP/1.1\r\n")
                    .doesNotContain("KEY", "withdraw"));
            assertThat(proxy.passed()).isNotEmpty().doesNotContain("KEY", "withdraw", "amount");
            assertThat(server.requests()).singleElement().satisfies(request -> assertThat(request)
                    .startsWith("POST /sapi/v1/capital/withdraw/apply?timestamp=1&signature=ab HTTP/1.1\r\n")
                    .doesNotContainIgnoringCase("proxy"));
        }
    }

    @Test
    void aProxyThatIsAwaySendsNothingPastIt() throws Exception {
        int closed;
        try (ConnectProxy proxy = new ConnectProxy(1)) {
            closed = proxy.port();
        }
        try (RawServer server = tls(binance)) {
            assertThat(send(server, binance.pem(), new BinanceWay.Proxy("localhost", closed)))
                    .isInstanceOf(Attempt.NotSent.class);
            assertThat(server.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://p:1", "http://p", "http://u:p@p:1", "http://p:1/x", "socks5://p:1"})
    void aProxyIsAnOriginWithAPort(String proxy) {
        assertThatThrownBy(() -> way(Map.of("binance-url", "https://b", "proxy", proxy)))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("countersign.relay.proxy")
                .hasMessageNotContaining("u:p");
    }

    @Test
    void neitherPinNorProxyGoesWithHttp() {
        assertThatThrownBy(() -> way(Map.of("proxy", "http://p:1"))).isInstanceOf(StartException.class);
        assertThatThrownBy(
                        () -> way(Map.of("trusted-certificates", binance.pem().toString())))
                .isInstanceOf(StartException.class);
        assertThatThrownBy(() -> way(Map.of("binance-url", "https://b", "trusted-certificates", "/none.pem")))
                .isInstanceOf(StartException.class);
        assertThat(way(Map.of("binance-url", "https://b", "proxy", "http://p:1"))
                        .proxy())
                .isEqualTo(new BinanceWay.Proxy("p", 1));
    }

    private static BinanceWay way(Map<String, String> settings) {
        return BinanceWay.of(RelayConfigs.with(settings));
    }

    private static RawServer tls(Certificates.Certificate certificate) throws Exception {
        return new RawServer(certificate.socket(), (count, connection) -> RawServer.write(connection, OK));
    }

    private static Attempt send(RawServer server, @Nullable Path trusted, BinanceWay.@Nullable Proxy proxy)
            throws Exception {
        BinanceWay way = new BinanceWay(new BinanceAddress(true, "localhost", server.port()), trusted, proxy);
        try (SenderFixture sender = SenderFixture.on(way)) {
            return sender.send(POST, IN_TIME);
        }
    }
}
