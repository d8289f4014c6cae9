package io.countersign.sandbox.raw;

import io.countersign.sandbox.raw.SignedAttacks.Attack;
import java.util.List;
import java.util.stream.Stream;

/**
 * Withdrawals that are signed over the very octets that are sent, so that only the strict reading stands before them. In each {@code #}
 * stands for the address, {@code $} for an order id of its own, {@code @} for the timestamp, {@code ^} for the signature and {@code ~}
 * for a number sign.
 */
final class SignedAttacks {

    private static final String PATH = "/sapi/v1/capital/withdraw/apply";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
    private static final String PAIRS = "coin=USDT&network=BSC&address=#&withdrawOrderId=$";
    private static final String END = "&timestamp=@&signature=^";

    private SignedAttacks() {}

    /** What is sent, and the type of the answer. */
    record Attack(String name, String type, String method, String target, String headers, String body) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Attack> all() {
        return Stream.of(names(), amounts(), others(), bodies(), paths(), headers())
                .flatMap(List::stream);
    }

    /** One that is as it should be. */
    static Attack honest() {
        return body("nothing is wrong", "none", PAIRS + "&amount=1" + END);
    }

    private static Attack body(String name, String type, String body) {
        return new Attack(name, type, "POST", PATH, FORM, body);
    }

    private static List<Attack> names() {
        return List.of(
                body("an escaped name", "unknown-parameter", PAIRS + "&amount=1&amoun%74=9" + END),
                body("a name in other letters", "unknown-parameter", PAIRS + "&amount=1&Amount=9" + END),
                body(
                        "a name with a Cyrillic letter",
                        "illegal-characters",
                        PAIRS + "&amount=1&am\u00d0\u00beunt=9" + END),
                body("a name in brackets", "illegal-characters", PAIRS + "&amount=1&amount[]=9" + END),
                body("a name with a space behind", "unknown-parameter", PAIRS + "&amount=1&amount%20=9" + END),
                body("a name with a plus before", "unknown-parameter", PAIRS + "&amount=1&+amount=9" + END),
                body("a name with NUL behind", "unknown-parameter", PAIRS + "&amount=1&amount%00=9" + END),
                body("no name", "malformed-parameters", PAIRS + "&amount=1&=9" + END),
                body("no value and no sign", "malformed-parameters", PAIRS + "&amount=1&amount" + END),
                body("the same name, the same value", "duplicate-parameter", PAIRS + "&amount=1&amount=1" + END),
                body("a semicolon between", "illegal-characters", PAIRS + "&amount=1;amount=9" + END),
                body(
                        "a semicolon before the signature",
                        "illegal-characters",
                        PAIRS + "&amount=1&timestamp=@;signature=^"),
                body("a line feed between", "illegal-characters", PAIRS + "\n&amount=1" + END),
                body("an ampersand first", "malformed-parameters", "&" + PAIRS + "&amount=1" + END),
                body("an ampersand last", "misplaced-signature", PAIRS + "&amount=1" + END + "&"),
                body("a byte order mark first", "illegal-characters", "\u00ef\u00bb\u00bf" + PAIRS + "&amount=1" + END),
                body("a question mark first", "illegal-characters", "?" + PAIRS + "&amount=1" + END),
                body("a number sign behind", "illegal-characters", PAIRS + "&amount=1" + END + "~a"),
                body("a second signature", "misplaced-signature", PAIRS + "&amount=1&signature=00" + END));
    }

    private static List<Attack> amounts() {
        return Stream.of(
                        "+1|illegal-characters",
                        "%2B1|invalid-value",
                        "1.|invalid-value",
                        ".5|invalid-value",
                        "00.1|invalid-value",
                        "01|invalid-value",
                        "-1|invalid-value",
                        "1e2|invalid-value",
                        "1E-2|invalid-value",
                        "1d|invalid-value",
                        "0x1|invalid-value",
                        "1,5|invalid-value",
                        "1%20|invalid-value",
                        "%C2%A01|invalid-value",
                        "%D9%A1|invalid-value",
                        "%EF%BC%91|invalid-value",
                        "%C0%B1|illegal-characters",
                        "%31|illegal-characters",
                        "%2531|illegal-characters",
                        "%u0031|illegal-characters",
                        "1%00|illegal-characters",
                        "1%0A|illegal-characters",
                        "0|invalid-value",
                        "0.0|invalid-value",
                        "NaN|invalid-value",
                        "|empty-parameter")
                .map(each -> each.split("\\|", 2))
                .map(each -> body("an amount of '" + each[0] + "'", each[1], PAIRS + "&amount=" + each[0] + END))
                .toList();
    }

    private static List<Attack> others() {
        String whole = PAIRS + "&amount=1";
        return List.of(
                body("a window with an exponent", "invalid-recv-window", whole + "&recvWindow=5e3" + END),
                body("a window of four decimals", "invalid-recv-window", whole + "&recvWindow=5000.0000" + END),
                body("a window that is too long", "invalid-recv-window", whole + "&recvWindow=60000.001" + END),
                body("a timestamp with a plus", "illegal-characters", whole + "&timestamp=+@&signature=^"),
                body("a timestamp with a zero before", "invalid-value", whole + "&timestamp=0@&signature=^"),
                body("a timestamp with a point", "invalid-value", whole + "&timestamp=@.0&signature=^"),
                body("true in capitals", "invalid-value", whole + "&transactionFeeFlag=TRUE" + END),
                body("a wallet by another number", "invalid-value", whole + "&walletType=01" + END),
                body("a name of two words for a firewall", "invalid-value", whole + "&name=drop%20table" + END),
                body("a name with a right-to-left mark", "invalid-value", whole + "&name=a%E2%80%AEb" + END));
    }

    private static Attack sent(String name, String type, String headers) {
        return new Attack(name, type, "POST", PATH, headers, PAIRS + "&amount=1" + END);
    }

    private static Attack cut(String name, String type, String target, String body) {
        return new Attack(name, type, "POST", PATH + target, FORM, body);
    }

    private static List<Attack> bodies() {
        String json = "{\"coin\":\"USDT\",\"amount\":9}";
        return List.of(
                new Attack(
                        "JSON behind a whole query",
                        "unsupported-content-type",
                        "POST",
                        PATH + "?" + PAIRS + "&amount=1" + END,
                        "Content-Type: application/json",
                        json),
                sent("a form that says JSON", "unsupported-content-type", "Content-Type: application/json"),
                sent("a form that says nothing", "unsupported-content-type", "X-A: 1"),
                sent("a form in UTF-16", "unsupported-content-type", FORM + "; charset=utf-16"),
                sent("a form in UTF-7", "unsupported-content-type", FORM + ";charset=UTF-7"),
                sent("a form in two charsets", "unsupported-content-type", FORM + ";charset=utf-8;charset=utf-16"),
                sent("a form in parts", "unsupported-content-type", "Content-Type: multipart/form-data; boundary=a"),
                sent("a compressed form", "unsupported-coding", FORM + "\r\nContent-Encoding: gzip"),
                cut("the amount in both", "duplicate-parameter", "?amount=1", PAIRS + "&amount=1" + END),
                cut("the signature in both", "misplaced-signature", "?signature=^&amount=1", PAIRS + END),
                cut("a pair over the cut", "malformed-parameters", "?" + PAIRS + "&amo", "unt=1" + END),
                cut("a number over the cut", "malformed-parameters", "?" + PAIRS + "&amount=1", "0" + END),
                cut("an escape over the cut", "malformed-target", "?" + PAIRS + "&amount=1&name=a%2", "0b=" + END),
                cut("two question marks", "illegal-characters", "??" + PAIRS, "amount=1" + END),
                new Attack(
                        "a body of a GET",
                        "unexpected-body",
                        "GET",
                        "/sapi/v1/account/apiRestrictions?timestamp=@&signature=^",
                        FORM,
                        "a=b"));
    }

    private static List<Attack> paths() {
        return Stream.of(
                        "//sapi/v1/capital/withdraw/apply|malformed-target",
                        "/sapi//v1/capital/withdraw/apply|unknown-endpoint",
                        "/./sapi/v1/capital/withdraw/apply|unknown-endpoint",
                        "/sapi/v1/x/../capital/withdraw/apply|unknown-endpoint",
                        "/sapi/v1/x/%2e%2e/capital/withdraw/apply|unknown-endpoint",
                        "/sapi%2Fv1/capital/withdraw/apply|unknown-endpoint",
                        "/sapi/v1/capital/withdraw/apply/|unknown-endpoint",
                        "/sapi/v1/capital/withdraw/apply;a=b|unknown-endpoint",
                        "/sapi/v1/capital;a=b/withdraw/apply|unknown-endpoint",
                        "/SAPI/v1/capital/withdraw/apply|unknown-endpoint",
                        "/sapi/v1/capital/withdraw/%61pply|unknown-endpoint",
                        "/sapi/v1/capital/withdraw/apply%3F|unknown-endpoint",
                        "/sapi/v1/capital/withdraw/apply%00|unknown-endpoint",
                        "/sapi/v1/capital/withdraw/apply~a|malformed-target",
                        "/sapi/v1/capital/withdraw\\apply|malformed-target",
                        "/v1/../sapi/v1/capital/withdraw/apply|not-found",
                        "/q/../sapi/v1/capital/withdraw/apply|not-found")
                .map(each -> each.split("\\|", 2))
                .map(each -> new Attack(each[0], each[1], "POST", each[0], FORM, PAIRS + "&amount=1" + END))
                .toList();
    }

    private static List<Attack> headers() {
        return List.of(
                sent(
                        "a header that the next hop takes away",
                        "malformed-header",
                        FORM + "\r\nConnection: x-mbx-apikey"),
                sent("h2c", "malformed-header", FORM + "\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk"),
                sent("a web socket", "malformed-header", FORM + "\r\nUpgrade: websocket"),
                sent("an obsolete fold", "malformed-header", FORM + "\r\nX-A: 1\r\n amount: 9"),
                sent("a space before a colon", "malformed-header", FORM + "\r\nContent-Length : 0"),
                sent("a second host", "malformed-header", FORM + "\r\nHost: api.binance.com"),
                sent("a second key", "malformed-header", FORM + "\r\nX-Mbx-Apikey: " + "a".repeat(64)),
                sent("chunked behind its own length", "length-required", FORM + "\r\nTransfer-Encoding: chunked"));
    }
}
