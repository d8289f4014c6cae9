package io.countersign.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.id.RequestId;
import io.countersign.wire.message.Octets;
import io.countersign.wire.seal.WireRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestNamingTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String PATH = "/sapi/v1/capital/withdraw/apply";
    private static final String KEY = "k".repeat(64);
    private static final String BASE64 = "A".repeat(83) + "%2F%2BA%3D%3D";

    private static final RequestId ORIGINAL =
            name(KEY, "?coin=BTC&address=a&amount=1&name=my%20wallet&timestamp=1736393892000&signature=" + BASE64, "");

    @ParameterizedTest
    @CsvSource({
        // the cut moved
        "?coin=BTC&address=a, amount=1&name=my%20wallet&timestamp=1736393892000&signature=$",
        "'', coin=BTC&address=a&amount=1&name=my%20wallet&timestamp=1736393892000&signature=$",
        // another order
        "?timestamp=1736393892000, name=my%20wallet&amount=1&address=a&coin=BTC&signature=$",
        // another spelling of the space
        "?coin=BTC&address=a, amount=1&name=my+wallet&timestamp=1736393892000&signature=$",
    })
    void aRepeatHasTheSameName(String query, String body) {
        RequestId repeat = name(KEY, query.replace("$", BASE64), body.replace("$", BASE64));

        assertThat(repeat).isEqualTo(ORIGINAL);
    }

    @Test
    void anotherSpellingOfTheSignatureIsTheSameRequest() {
        RequestId raw = name(
                KEY,
                "?coin=BTC&address=a&amount=1&name=my%20wallet&timestamp=1736393892000&signature="
                        + "A".repeat(83)
                        + "/+A==",
                "");

        assertThat(raw).isEqualTo(ORIGINAL);
    }

    @ParameterizedTest
    @CsvSource({
        "coin=ETH&address=a&amount=1&name=my%20wallet&timestamp=1736393892000",
        "coin=BTC&address=b&amount=1&name=my%20wallet&timestamp=1736393892000",
        "coin=BTC&address=a&amount=2&name=my%20wallet&timestamp=1736393892000",
        "coin=BTC&address=a&amount=1&timestamp=1736393892000",
        "coin=BTC&address=a&amount=1&name=my%20wallet&timestamp=1736393892001",
    })
    void anotherMeaningIsAnotherRequest(String parameters) {
        assertThat(name(KEY, "?" + parameters + "&signature=" + BASE64, "")).isNotEqualTo(ORIGINAL);
    }

    @Test
    void anotherKeyIsAnotherRequest() {
        RequestId other = name(
                "x".repeat(64),
                "?coin=BTC&address=a&amount=1&name=my%20wallet&timestamp=1736393892000&signature=" + BASE64,
                "");

        assertThat(other).isNotEqualTo(ORIGINAL);
    }

    private static RequestId name(String key, String query, String body) {
        Reading reading = KeptRequests.READER.read(new WireRequest(
                "POST", PATH + query, FORM, key, Octets.of(body.getBytes(StandardCharsets.ISO_8859_1))));
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return RequestNaming.name((Reading.Understood) reading);
    }
}
