package io.countersign.sandbox.raw;

import java.util.List;
import java.util.stream.Stream;

/** Requests whose beginning, end or meaning two HTTP parsers may see differently, and how each is refused. */
final class MalformedRequests {

    private static final String HOST = "Host: localhost\r\n";
    private static final String POST = "POST /sapi/v1/capital/withdraw/apply HTTP/1.1\r\n" + HOST;
    private static final String GET = "GET /api/v3/time HTTP/1.1\r\n" + HOST;

    private MalformedRequests() {}

    /** The octets, one character each, and the type of the answer. */
    record Attack(String name, String octets, String type) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Attack> all() {
        return Stream.of(lengths(), codings(), lines(), headers(), protocols(), sizes())
                .flatMap(List::stream);
    }

    private static Attack of(String name, String type, String octets) {
        return new Attack(name, octets, type);
    }

    private static Attack length(String name, String lines, String body) {
        return of(name, "malformed-header", POST + lines + "\r\n" + body);
    }

    private static List<Attack> lengths() {
        return List.of(
                length("the length twice, the same", "Content-Length: 0\r\nContent-Length: 0\r\n", ""),
                length("the length twice, different", "Content-Length: 0\r\nContent-Length: 5\r\n", "abcde"),
                length("the length as a list", "Content-Length: 0, 0\r\n", ""),
                length("a length with a plus", "Content-Length: +0\r\n", ""),
                length("a length below zero", "Content-Length: -1\r\n", ""),
                length("a length in hexadecimal", "Content-Length: 0x0\r\n", ""),
                length("a length with a leading zero", "Content-Length: 00\r\n", ""),
                length("a length with a fraction", "Content-Length: 0.0\r\n", ""),
                length("a length of more than any number holds", "Content-Length: 99999999999999999999\r\n", ""),
                length("an empty length", "Content-Length:\r\n", ""),
                length("a length in Arabic digits", "Content-Length: \u00d9\u00a0\r\n", ""),
                of("a length of more than is taken", "body-too-long", POST + "Content-Length: 65537\r\n\r\n"));
    }

    private static List<Attack> codings() {
        return List.of(
                coding("chunked", "Transfer-Encoding: chunked", "0\r\n\r\n"),
                coding("chunked and a length", "Content-Length: 5\r\nTransfer-Encoding: chunked", "0\r\n\r\n"),
                coding("chunked behind another coding", "Transfer-Encoding: gzip, chunked", "0\r\n\r\n"),
                coding("chunked, misspelt", "Transfer-Encoding: xchunked", ""),
                coding("chunked, twice", "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity", "0\r\n\r\n"),
                coding("chunked behind a tab", "Transfer-Encoding:\tchunked", "0\r\n\r\n"),
                coding("chunked in capitals", "TRANSFER-ENCODING: CHUNKED", "0\r\n\r\n"),
                coding("identity", "Transfer-Encoding: identity", ""),
                coding("a chunk with an extension", "Transfer-Encoding: chunked", "0;a=b\r\n\r\n"),
                coding("a chunk that is no chunk", "Transfer-Encoding: chunked", "zz\r\n\r\n"),
                header("chunked with a space before the colon", "Transfer-Encoding : chunked"),
                header("chunked behind a vertical tab", "Transfer-Encoding: \u000bchunked"),
                header("trailers announced", "Trailer: X-MBX-APIKEY"),
                header("an answer wanted before the body", "Expect: 100-continue"),
                header("an expectation that there is not", "Expect: nothing"));
    }

    private static Attack coding(String name, String lines, String body) {
        return of(name, "length-required", POST + lines + "\r\n\r\n" + body);
    }

    private static List<Attack> lines() {
        return List.of(
                line("bare LF after the request line", "GET /api/v3/time HTTP/1.1\nHost: localhost\r\n"),
                line("bare LF everywhere", "GET /api/v3/time HTTP/1.1\nHost: localhost\n\n"),
                line("two spaces", "GET  /api/v3/time HTTP/1.1\r\n" + HOST),
                line("tabs for spaces", "GET\t/api/v3/time\tHTTP/1.1\r\n" + HOST),
                line("a space before the method", " GET /api/v3/time HTTP/1.1\r\n" + HOST),
                line("a space behind the version", "GET /api/v3/time HTTP/1.1 \r\n" + HOST),
                line("a space in the target", "GET /api/v3/time x HTTP/1.1\r\n" + HOST),
                line("an empty line first", "\r\nGET /api/v3/time HTTP/1.1\r\n" + HOST),
                line("a control character in the target", "GET /api/v3/time\u000b HTTP/1.1\r\n" + HOST),
                line("NUL in the target", "GET /api/v3/time\u0000 HTTP/1.1\r\n" + HOST),
                line("UTF-8 in the target", "GET /api/v3/time\u00c3\u00a9 HTTP/1.1\r\n" + HOST),
                line("a method in small letters", "get /api/v3/time HTTP/1.1\r\n" + HOST),
                line("no version, as HTTP/0.9", "GET /api/v3/time\r\n" + HOST),
                line("a version in small letters", "GET /api/v3/time http/1.1\r\n" + HOST),
                line("a version with more behind", "GET /api/v3/time HTTP/1.10\r\n" + HOST),
                line("the beginning of TLS", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\r\n"),
                target("a broken escape in the target", "/api/v3/time?a=%zz"),
                target("an escape that is cut off", "/api/v3/time?a=%4"),
                target("an escape of another kind", "/api/v3/time?a=%u0041"),
                target("a backslash", "/api\\v3/time"),
                target("a fragment", "/api/v3/time#a"),
                target("brackets", "/api/v3/time?a[]=1"),
                target("two slashes first", "//api/v3/time"),
                of(
                        "absolute form, our name",
                        "malformed-target",
                        "GET http://localhost/api/v3/time HTTP/1.1\r\n" + HOST + "\r\n"),
                of(
                        "absolute form, another name",
                        "malformed-target",
                        "POST http://evil.example/sapi/v1/capital/withdraw/apply HTTP/1.1\r\n" + HOST + "\r\n"),
                of("asterisk form", "method-not-allowed", "OPTIONS * HTTP/1.1\r\n" + HOST + "\r\n"),
                of("authority form", "malformed-target", "GET localhost:80 HTTP/1.1\r\n" + HOST + "\r\n"));
    }

    private static Attack target(String name, String target) {
        return of(name, "malformed-target", "GET " + target + " HTTP/1.1\r\n" + HOST + "\r\n");
    }

    private static Attack line(String name, String head) {
        return of(name, "malformed-request", head + "\r\n");
    }

    private static List<Attack> headers() {
        return List.of(
                header("a folded line", "X-A: 1\r\n X-B: 2"),
                header("a folded line with a tab", "X-A: 1\r\n\tX-B: 2"),
                header("bare LF in a value", "X-A: 1\nX-B: 2"),
                header("bare CR in a value", "X-A: 1\rX-B: 2"),
                header("NUL in a value", "X-A: 1\u00002"),
                header("NUL in a name", "X\u0000A: 1"),
                header("DEL in a value", "X-A: 1\u007f"),
                header("a space before the colon", "X-A : 1"),
                header("a space in a name", "X A: 1"),
                header("a name in UTF-8", "X-\u00c3\u00a9: 1"),
                header("no colon", "nocolon"),
                header("no name", ": 1"),
                header("the host twice", "Host: localhost"),
                header("the API key twice", "X-MBX-APIKEY: a\r\nx-mbx-apikey: b"),
                header("the token twice", "Authorization: Bearer a\r\nAuthorization: Bearer b"),
                header("the content type twice", "Content-Type: application/json\r\nContent-Type: text/plain"),
                of(
                        "a first header that is indented",
                        "malformed-header",
                        "GET /api/v3/time HTTP/1.1\r\n Host: localhost\r\n\r\n"),
                of("no host", "host-not-served", "GET /api/v3/time HTTP/1.1\r\n\r\n"));
    }

    private static Attack header(String name, String line) {
        return of(name, "malformed-header", GET + line + "\r\n\r\n");
    }

    private static List<Attack> protocols() {
        return List.of(
                of("HTTP/1.0", "unsupported-version", "GET /api/v3/time HTTP/1.0\r\n" + HOST + "\r\n"),
                of("HTTP/1.2", "unsupported-version", "GET /api/v3/time HTTP/1.2\r\n" + HOST + "\r\n"),
                of("HTTP/2.0 in words", "unsupported-version", "GET /api/v3/time HTTP/2.0\r\n" + HOST + "\r\n"),
                of(
                        "the preface of HTTP/2",
                        "unsupported-version",
                        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\u0000\u0000\u0000\u0004"),
                of("CONNECT", "method-not-allowed", "CONNECT api.binance.com:443 HTTP/1.1\r\n" + HOST + "\r\n"),
                of("TRACE", "method-not-allowed", "TRACE /api/v3/time HTTP/1.1\r\n" + HOST + "\r\n"),
                of(
                        "a method that there is not",
                        "method-not-allowed",
                        "WITHDRAW /api/v3/time HTTP/1.1\r\n" + HOST + "\r\n"));
    }

    private static List<Attack> sizes() {
        return List.of(
                of("a target that does not end", "target-too-long", "GET /api/v3/time?a=" + "a".repeat(65_536)),
                of("a header that does not end", "headers-too-long", GET + "X-A: " + "a".repeat(65_536)),
                of("very many headers", "headers-too-long", GET + "X-A: 1\r\n".repeat(101) + "\r\n"),
                of("headers without end", "headers-too-long", GET + "X-A: 1\r\n".repeat(20_000)));
    }
}
