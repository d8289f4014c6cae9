package io.countersign.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.money.Amount;
import io.countersign.domain.money.Asset;
import io.countersign.domain.request.Destination;
import io.countersign.domain.request.Transfer;
import io.countersign.wire.message.Octets;
import io.countersign.wire.seal.WireRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictReaderTest {

    private static final String PATH = "/sapi/v1/capital/withdraw/apply";
    private static final String KEY = "k".repeat(64);
    private static final String HMAC = "0a".repeat(32);

    @Test
    void aWithdrawalIsUnderstoodWhole() {
        Reading reading = read(
                "?timestamp=1736393892000123&signature=" + HMAC,
                "coin=XRP&network=XRP&address=rEb8&addressTag=12"
                        + "&amount=10.50&withdrawOrderId=wd-1&recvWindow=6000.346");

        assertThat(reading).isInstanceOf(Reading.Understood.class);
        Reading.Understood understood = (Reading.Understood) reading;
        assertThat(understood.transfer())
                .isEqualTo(new Transfer(
                        Amount.of("10.5", new Asset("XRP")), new Destination("XRP", "rEb8", "12"), "wd-1"));
        assertThat(understood.window())
                .isEqualTo(new SignatureWindow(
                        Instant.parse("2025-01-09T03:38:12.000123Z"), Duration.ofNanos(6_000_346_000L)));
        assertThat(understood.signature()).isEqualTo(HMAC);
    }

    @ParameterizedTest
    @CsvSource({
        "coin=BTC&address=a&amount=0, invalid-value", // above zero
        "coin=BTC&address=a&amount=01, invalid-value", // leading zero
        "coin=BTC&address=a&amount=.5, invalid-value",
        "coin=BTC&address=a&amount=1234567890123456789, invalid-value", // 19 digits
        "coin=BTC&address=a&amount=, empty-parameter",
        "coin=BTC&amount=1, missing-parameter",
        "coin=BTC&address=a&amount=1&amount2=1, unknown-parameter",
        "coin=BTC&address=a%2525&amount=1, illegal-characters",
        "coin=BTC&address=a&amount=1&recvWindow=0, invalid-recv-window",
        "coin=BTC&address=a&amount=1&recvWindow=60000.001, invalid-recv-window",
        "coin=BTC&address=a&amount=1&walletType=2, invalid-value",
        "coin=BTC&address=a&amount=1&name=a%2Bb, invalid-value",
        "coin=BTC&address=a&amount=1&name=%20a, invalid-value",
        "coin=BTC&address=a&amount=1&name=50%25%20of%20it, invalid-value",
        "coin=BTC&address=a&amount=1&name=x%20Union%20all, invalid-value",
        "coin=BTC&address=a&amount=1&name=x--, invalid-value",
        "coin=BTC&address=a&amount=1&name=a%E2%80%AEb, invalid-value", // turns what follows around
        "coin=BTC&address=a&amount=1&name=a%2541, illegal-characters",
        "coin=BTC&address=a&amount=1&name=a%25u0041, illegal-characters",
        "coin=BTC&address=a+b&amount=1, illegal-characters",
        "coin=BTC&address=a=b&amount=1, illegal-characters",
        "coin=BTC&address=a&amount=1&, malformed-parameters",
    })
    void eachDoubtHasItsOwnName(String body, String slug) {
        Reading reading = read("?timestamp=1736393892000&signature=" + HMAC, body);

        assertThat(reading).isInstanceOf(Reading.Refused.class);
        assertThat(((Reading.Refused) reading).reason().slug()).isEqualTo(slug);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "My+wallet",
                "My%20wallet",
                "Cl%C3%A9",
                "%E3%82%A6%E3%82%A9%E3%83%AC%E3%83%83%E3%83%88",
                "reunion",
                "x-1_a.b"
            })
    void aLabelMayBeOfAnyScript(String name) {
        Reading reading =
                read("?timestamp=1736393892000&signature=" + HMAC, "coin=BTC&address=a&amount=1&name=" + name);

        assertThat(reading).isInstanceOf(Reading.Understood.class);
    }

    /** A parser that keeps the first of two names and one that keeps the last would read different answers. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"isAddressOwner\":1} | true",
                "{\"isAddressOwner\":1,\"isAddressOwner\":2} | false",
                "{\"a\":{\"b\":1,\"b\":1}} | false",
                "{\"isAddressOwner\":1}{} | false",
                "{\"isAddressOwner\":01} | false",
                "{'isAddressOwner':1} | false",
                "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}} | false",
                "{   } | false",
                "[1,2,3] | false"
            })
    void aQuestionnaireIsOneStrictObject(String json, boolean good) {
        String value = URLEncoder.encode(json, StandardCharsets.UTF_8).replace("+", "%20");
        Reading reading = KeptRequests.READER.read(new WireRequest(
                "POST",
                "/sapi/v1/localentity/withdraw/apply?timestamp=1736393892000&signature=" + HMAC,
                "application/x-www-form-urlencoded",
                KEY,
                Octets.of(("coin=BTC&address=a&amount=1&questionnaire=" + value).getBytes(StandardCharsets.US_ASCII))));

        assertThat(reading instanceof Reading.Understood).isEqualTo(good);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1736393892", "17363938920000", "01736393892000", "1736393892000.0", "-736393892000"})
    void aTimestampIsMillisecondsOrMicroseconds(String timestamp) {
        Reading reading = read("?timestamp=" + timestamp + "&signature=" + HMAC, "coin=BTC&address=a&amount=1");

        assertThat(reading).isInstanceOf(Reading.Refused.class);
    }

    @Test
    void aRefusalTellsNoValue() {
        Reading reading = read("?timestamp=1736393892000&signature=" + HMAC, "coin=BTC&address=SECRET!&amount=1");

        assertThat(reading.toString())
                .doesNotContain("SECRET")
                .doesNotContain(HMAC)
                .doesNotContain(KEY);
    }

    @Test
    void anUnderstoodRequestTellsNoSecretWhenPrinted() {
        Reading reading = read("?timestamp=1736393892000&signature=" + HMAC, "coin=BTC&address=a&amount=1");

        assertThat(reading.toString()).contains(PATH).doesNotContain(HMAC).doesNotContain(KEY);
    }

    private static Reading read(String query, String body) {
        return KeptRequests.READER.read(new WireRequest(
                "POST",
                PATH + query,
                "application/x-www-form-urlencoded",
                KEY,
                Octets.of(body.getBytes(StandardCharsets.ISO_8859_1))));
    }
}
