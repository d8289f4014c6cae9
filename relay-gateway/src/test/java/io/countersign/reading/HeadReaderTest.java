package io.countersign.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.reading.HeadReader.Head;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Heads as octets: what the gate lets past, and what the reader behind it then refuses. */
class HeadReaderTest {

    private static final StrictReader READER = new StrictReader(EndpointCatalogue.load(), Set.of("localhost"));

    @Test
    void aPlainRequestIsWholeWithItsBody() {
        Head head =
                read("POST /sapi/v1/capital/withdraw/apply?a=%41 HTTP/1.1", "Host: localhost", "content-length: 12");

        assertThat(head).isInstanceOfSatisfying(Head.Whole.class, whole -> {
            assertThat(whole.bodyOctets()).isEqualTo(12);
            assertThat(whole.request().target()).isEqualTo("/sapi/v1/capital/withdraw/apply?a=%41");
            assertThat(whole.request().values("host")).containsExactly("localhost");
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /api/v3/time HTTP/1.0 | unsupported-version",
                "GET /api/v3/time HTTP/2.0 | unsupported-version",
                "GET /api/v3/time http/1.1 | malformed-request",
                "GET  /api/v3/time HTTP/1.1 | malformed-request",
                "get /api/v3/time HTTP/1.1 | malformed-request",
                "OPTIONS /v1/limits HTTP/1.1 | method-not-allowed",
                "TRACE /api/v3/time HTTP/1.1 | method-not-allowed",
                "CONNECT localhost:80 HTTP/1.1 | method-not-allowed",
                "GET http://localhost/api/v3/time HTTP/1.1 | malformed-target",
                "GET //localhost/api/v3/time HTTP/1.1 | malformed-target",
                "GET /api/v3/time?a=%4 HTTP/1.1 | malformed-target",
                "GET /api/v3/time?a=%zz HTTP/1.1 | malformed-target",
                "GET /api/v3/time?a=%4z HTTP/1.1 | malformed-target",
                "GET /api\\v3/time HTTP/1.1 | malformed-target",
                "GET /api/v3/time#a HTTP/1.1 | malformed-target",
            })
    void aLineWithASecondReadingIsRefused(String line, String slug) {
        assertThat(slug(line, "Host: localhost")).isEqualTo(slug);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "Transfer-Encoding: chunked|length-required",
                "Transfer-Encoding: identity|length-required",
                "Content-Length: +1|malformed-header",
                "Content-Length: 01|malformed-header",
                "Content-Length: 65537|body-too-long",
                "Content-Length : 1|malformed-header",
                " folded|malformed-header",
                "no colon|malformed-header",
                "Host: localhost|malformed-header",
                "Trailer: a|malformed-header",
                "Expect: 100-continue|malformed-header",
            })
    void aHeaderThatMovesTheEndIsRefused(String header, String slug) {
        assertThat(slug("POST /api/v3/time HTTP/1.1", "Host: localhost", header))
                .isEqualTo(slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X: a\u0000", "X: a\u007f", "X: a\rb", "X: a\nb", "X\u00e9: a"})
    void controlCharactersAreRefused(String header) {
        assertThat(slug("GET /api/v3/time HTTP/1.1", "Host: localhost", header)).isEqualTo("malformed-header");
    }

    @Test
    void aHeadWithoutHostOrWithTooMuchIsRefused() {
        String[] many = new String[102];
        Arrays.fill(many, "X: a");
        many[0] = "GET /api/v3/time HTTP/1.1";
        many[1] = "Host: localhost";

        assertThat(slug("GET /api/v3/time HTTP/1.1", "X: a")).isEqualTo("host-not-served");
        assertThat(slug(many)).isEqualTo("headers-too-long");
        assertThat(slug("GET /" + "a".repeat(9_000) + " HTTP/1.1", "Host: localhost"))
                .isEqualTo("target-too-long");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Connection: x-mbx-apikey | malformed-header",
                "Connection: close, authorization | malformed-header",
                "Connection: upgrade | malformed-header",
                "Upgrade: h2c | malformed-header",
                "HTTP2-Settings: AAMAAABk | malformed-header",
                "Content-Encoding: gzip | unsupported-coding",
                "Content-Length: 3 | malformed-header",
            })
    void whatTheNextHopWouldTakeOffOrOutIsRefusedBehindTheGate(String header, String slug) {
        Head head = read("GET /api/v3/time HTTP/1.1", "Host: localhost", header);
        assertThat(head).isInstanceOf(Head.Whole.class);

        assertThat(READER.read(((Head.Whole) head).request()))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.reason().slug()).isEqualTo(slug));
    }

    @Test
    void whatAnHonestClientSendsBesidesIsIgnored() {
        Head head = read(
                "GET /api/v3/time HTTP/1.1",
                "Host: LOCALHOST:8080",
                "Connection: keep-alive, TE",
                "Accept-Encoding: gzip, deflate, br",
                "User-Agent: caf\u00e9",
                "X-Empty:");

        assertThat(READER.read(((Head.Whole) head).request())).isInstanceOf(Reading.PublicQuery.class);
    }

    private static String slug(String... lines) {
        return switch (read(lines)) {
            case Head.Whole whole -> "whole";
            case Head.Malformed malformed -> malformed.refused().reason().slug();
        };
    }

    private static Head read(String... lines) {
        return HeadReader.read((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }
}
