package io.countersign.sandbox.standin;

import static io.countersign.sandbox.standin.Binance.KEY;
import static io.countersign.sandbox.standin.Binance.NOW;
import static io.countersign.sandbox.standin.Binance.ORDER;
import static io.countersign.sandbox.standin.Binance.WITHDRAW;
import static io.countersign.sandbox.standin.Binance.hmac;
import static io.countersign.sandbox.standin.Binance.request;
import static io.countersign.sandbox.standin.Binance.sign;
import static io.countersign.sandbox.standin.Binance.timed;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.sandbox.standin.RawClient.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules before any endpoint: key, address, permission, parameters, window, signature. */
class GateTest {

    private Binance binance;

    @BeforeEach
    void start() throws IOException {
        binance = new Binance();
    }

    @AfterEach
    void stop() {
        binance.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "no key                 |                                                                  | 401 | -2014",
                "a key of another shape | nonsense                                                         | 401 | -2014",
                "an unknown key         | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | 401 | -2015"
            })
    void theKeyComesFirst(String what, String key, int status, int code) throws IOException {
        Answer answer = RawClient.exchange(binance.port(), request("POST", WITHDRAW, key == null ? "" : key));

        assertThat(answer.status()).as(what).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void anotherAddressThanThoseOfTheKeyIsRefused() throws IOException {
        binance.install("{\"enableWithdrawals\":true}", "[\"10.1.2.3\"]");

        assertThat(binance.withdraw().code()).isEqualTo(-2015);
    }

    @Test
    void aKeyThatMayOnlyReadCannotWithdraw() throws IOException {
        binance.install("{}", "[\"127.0.0.1\"]");

        assertThat(binance.withdraw().code()).isEqualTo(-2015);
        assertThat(binance.signed("GET", "/sapi/v1/account/info", "").status()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "timestamp | coin=USDT&signature=00",
                "timestamp | coin=USDT&timestamp=&signature=00",
                "signature | coin=USDT&timestamp=1790000000000",
                "coin      | timestamp=1790000000000&signature=00",
                "address   | timestamp=1790000000000&signature=00&coin=USDT&address=",
                "amount    | timestamp=1790000000000&signature=00&coin=USDT&address=x"
            })
    void whatIsMandatoryIsNamed(String missing, String query) throws IOException {
        Answer answer = RawClient.exchange(binance.port(), request("POST", WITHDRAW + '?' + query, KEY));

        assertThat(answer.body())
                .isEqualTo("{\"code\":-1102,\"msg\":\"Mandatory parameter '" + missing
                        + "' was not sent, was empty/null, or malformed.\"}");
    }

    @Test
    void aNameTwiceInOnePlaceIsRefused() throws IOException {
        assertThat(binance.signed("POST", WITHDRAW, ORDER + "&amount=10").code())
                .isEqualTo(-1101);
        assertThat(binance.signed("POST", WITHDRAW, ORDER + "&%61mount=10").code())
                .isEqualTo(-1101);
    }

    @Test
    void theQueryWinsOverTheBody() throws IOException {
        String query = timed(ORDER);
        String body = "amount=999";
        String signature = "&signature=" + hmac(query + body);

        Answer answer =
                RawClient.exchange(binance.port(), request("POST", WITHDRAW + '?' + query + signature, KEY, body));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(binance.usdt()).isEqualTo("989");
    }

    @Test
    void theSignatureMayStandAloneInTheBody() throws IOException {
        String query = timed(ORDER);

        Answer answer = RawClient.exchange(
                binance.port(), request("POST", WITHDRAW + '?' + query, KEY, "signature=" + hmac(query)));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void nothingStandsBetweenQueryAndBody() throws IOException {
        String query = "timestamp=" + NOW;

        Answer good = RawClient.exchange(
                binance.port(),
                request("POST", WITHDRAW + '?' + query + "&signature=" + hmac(query + ORDER), KEY, ORDER));
        Answer bad = RawClient.exchange(
                binance.port(),
                request("POST", WITHDRAW + '?' + query + "&signature=" + hmac(query + '&' + ORDER), KEY, ORDER));

        assertThat(good.status()).isEqualTo(200);
        assertThat(bad.code()).isEqualTo(-1022);
    }

    /** The danger that a relay must see: whoever holds the octets can move the cut without the key. */
    @Test
    void theCutBetweenQueryAndBodyCanBeMoved() throws IOException {
        String signature = "&signature=" + hmac(timed("coin=USDT&address=" + Binance.ETHEREUM + "&amount=8.91"));
        String query = "coin=USDT&address=" + Binance.ETHEREUM + "&amount=8";
        String body = ".91&timestamp=" + NOW;

        Answer answer =
                RawClient.exchange(binance.port(), request("POST", WITHDRAW + '?' + query + signature, KEY, body));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(binance.usdt()).isEqualTo("991");
    }

    @Test
    void oneChangedOctetIsRefused() throws IOException {
        String signed = sign(timed(ORDER));

        Answer answer = RawClient.exchange(
                binance.port(), request("POST", WITHDRAW + '?' + signed.replace("amount=10", "amount=11"), KEY));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"code\":-1022,\"msg\":\"Signature for this request is not valid.\"}");
        assertThat(binance.usdt()).isEqualTo("1000");
    }

    @Test
    void aSignatureOfTheTextBeforeItWasEncodedIsRefused() throws IOException {
        String encoded = timed(ORDER + "&name=a%20b");
        String before = timed(ORDER + "&name=a b");

        Answer answer = RawClient.exchange(
                binance.port(), request("POST", WITHDRAW + '?' + encoded + "&signature=" + hmac(before), KEY));

        assertThat(answer.code()).isEqualTo(-1022);
    }

    @Test
    void anUnknownPathIsNotFoundInTheFormThatWasAskedFor() throws IOException {
        Answer json = binance.open("/sapi/v1/nothing");
        Answer html = RawClient.exchange(
                binance.port(),
                "GET /x HTTP/1.1\r\nHost: b\r\nAccept: text/html\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

        assertThat(json.status()).isEqualTo(404);
        assertThat(json.json().path("path").asText()).isEqualTo("/sapi/v1/nothing");
        assertThat(html.status()).isEqualTo(404);
        assertThat(html.header("Content-Type")).isEqualTo("text/html");
    }
}
