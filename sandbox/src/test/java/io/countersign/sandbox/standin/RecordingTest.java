package io.countersign.sandbox.standin;

import static io.countersign.sandbox.standin.Binance.KEY;
import static io.countersign.sandbox.standin.Binance.base64;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.sandbox.standin.http.Octets;
import io.countersign.sandbox.standin.http.WireRequest;
import io.countersign.sandbox.standin.journal.RecordedRequest;
import io.countersign.sandbox.standin.journal.RequestJournal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes in on the wire comes out of the control API, octet for octet. */
class RecordingTest {

    private Binance binance;

    @BeforeEach
    void start() throws IOException {
        binance = new Binance();
    }

    @AfterEach
    void stop() {
        binance.close();
    }

    @Test
    void oddCaseSpacingAndOctetsAbove127AreKept() throws IOException {
        byte[] odd = ("\r\nPOST /sapi/v1/x?name=\u00e9\u00ff%zz&&a HTTP/1.1\r\nhOsT:binance\r\nx-MBX-ApiKey:   " + KEY
                        + "  \r\nX-Empty:\r\ncontent-LENGTH:  6\r\nx-MBX-other: \t1\r\n\r\n\u0000\u00ff&=\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);

        RawClient.exchange(binance.port(), odd);

        JsonNode recorded = binance.lastRequest();
        assertThat(base64(recorded.path("rawBase64"))).isEqualTo(odd);
        assertThat(base64(recorded.path("bodyBase64"))).containsExactly(0, 0xff, '&', '=', '\r', '\n');
        assertThat(recorded.path("target").asText()).isEqualTo("/sapi/v1/x?name=\u00e9\u00ff%zz&&a");
        assertThat(recorded.path("headers").findValuesAsText("name"))
                .containsExactly("hOsT", "x-MBX-ApiKey", "X-Empty", "content-LENGTH", "x-MBX-other");
        assertThat(recorded.path("headers").findValuesAsText("value")).containsExactly("binance", KEY, "", "6", "1");
        assertThat(recorded.path("account").asText()).isEqualTo("alice");
    }

    @Test
    void pipelinedRequestsAreCutApartAndAnsweredInOrder() throws IOException {
        String first = "GET /api/v3/time HTTP/1.1\r\nHost: a\r\n\r\n";
        String second = "POST /nothing HTTP/1.1\r\nHost: b\r\nTransfer-Encoding: chunked\r\n\r\n3\r\na=1\r\n0\r\n\r\n";
        String third = "GET /sapi/v1/system/status HTTP/1.1\r\nHost: c\r\nConnection: close\r\n\r\n";

        try (RawClient client = new RawClient(binance.port())) {
            client.send((first + second + third).getBytes(StandardCharsets.US_ASCII));

            assertThat(client.receive().json().has("serverTime")).isTrue();
            assertThat(client.receive().status()).isEqualTo(404);
            assertThat(client.receive().json().path("msg").asText()).isEqualTo("normal");
        }
        JsonNode recorded = binance.ask("/requests");
        assertThat(recorded).hasSize(3);
        assertThat(text(recorded.get(0))).isEqualTo(first);
        assertThat(text(recorded.get(1))).isEqualTo(second);
        assertThat(recorded.get(1).path("headers").findValuesAsText("name"))
                .containsExactly("Host", "Transfer-Encoding");
        assertThat(base64(recorded.get(1).path("bodyBase64"))).containsExactly('a', '=', '1');
        assertThat(text(recorded.get(2))).isEqualTo(third);
    }

    private static String text(JsonNode recorded) {
        return new String(base64(recorded.path("rawBase64")), StandardCharsets.ISO_8859_1);
    }

    @Test
    void octetsThatComeOneByOneAreOneRequest() throws IOException {
        byte[] request = "GET /api/v3/time HTTP/1.1\r\nHost: slow\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

        try (RawClient client = new RawClient(binance.port())) {
            for (byte octet : request) {
                client.send(new byte[] {octet});
            }
            assertThat(client.receive().status()).isEqualTo(200);
        }

        assertThat(base64(binance.lastRequest().path("rawBase64"))).isEqualTo(request);
    }

    @Test
    void arrivalIsByTheMachinesClock() throws IOException {
        long before = System.currentTimeMillis();
        binance.open("/api/v3/time");

        JsonNode recorded = binance.lastRequest();
        assertThat(recorded.path("atMicros").asLong())
                .isBetween(before * 1_000, (System.currentTimeMillis() + 1) * 1_000);
        assertThat(Instant.parse(recorded.path("at").asText()).toEpochMilli())
                .isEqualTo(recorded.path("atMicros").asLong() / 1_000);
        assertThat(recorded.path("binanceMicros").asLong()).isEqualTo(Binance.NOW * 1_000);
    }

    @Test
    void twoLengthsOrALengthAndChunksAreRefused() throws IOException {
        for (String headers : List.of(
                "Content-Length: 1\r\nContent-Length: 2",
                "Content-Length: 1\r\nTransfer-Encoding: chunked",
                "Content-Length: -1",
                "Content-Length: 99999999")) {
            byte[] request =
                    ("POST / HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);

            assertThat(RawClient.exchange(binance.port(), request).status()).isIn(400, 413);
        }
    }

    @Test
    void requestsAreFilteredByNumberKeyAndPath() throws IOException {
        binance.open("/api/v3/time");
        binance.withdraw();

        assertThat(binance.ask("/requests?after=1")).hasSize(1);
        assertThat(binance.ask("/requests?limit=1")).hasSize(1);
        assertThat(binance.ask("/requests?apiKey=" + KEY)).hasSize(1);
        assertThat(binance.ask("/requests?path=/api/v3/time")).hasSize(1);
        binance.control("DELETE", "/requests", "");
        assertThat(binance.ask("/requests")).isEmpty();
        binance.open("/api/v3/time");
        assertThat(binance.lastRequest().path("number").asInt()).isEqualTo(3);
    }

    @Test
    void theOldestMakeRoomAndAreCounted() {
        RequestJournal journal = new RequestJournal(3, 1_000);
        WireRequest small = request(10);

        for (int each = 0; each < 5; each++) {
            journal.open(small, 0);
        }

        assertThat(journal.after(0, 10, all -> true))
                .extracting(RecordedRequest::number)
                .containsExactly(3L, 4L, 5L);
        assertThat(journal.summary().dropped()).isEqualTo(2);
        journal.open(request(990), 0);
        assertThat(journal.summary().kept()).isEqualTo(1);
        assertThat(journal.summary().dropped()).isEqualTo(5);
    }

    private static WireRequest request(int size) {
        return new WireRequest(0, Octets.of(new byte[size]), "GET", "/", List.of(), Octets.NONE, "127.0.0.1");
    }
}
