package io.countersign.sandbox.standin;

import static io.countersign.sandbox.standin.Binance.KEY;
import static io.countersign.sandbox.standin.Binance.NOW;
import static io.countersign.sandbox.standin.Binance.request;
import static io.countersign.sandbox.standin.Binance.sign;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.sandbox.standin.RawClient.Answer;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The window at each of its edges, in both units. The clock stands still. */
class WindowTest {

    private static Binance binance;

    @BeforeAll
    static void start() throws IOException {
        binance = new Binance();
    }

    @AfterAll
    static void stop() {
        binance.close();
    }

    @ParameterizedTest(name = "{0} ms old, recvWindow {1}: {2}")
    @CsvSource({
        "0, '', 0",
        "5000, '', 0", // the default window, to the millisecond
        "5001, '', -1021",
        "60000, 60000, 0",
        "60001, 60000, -1021",
        "0, 60000.001, -1131", // one microsecond too wide
        "0, 60001, -1131",
        "7, 6.999, -1021",
        "7, 7.0, 0",
        "0, 0, 0",
        "0, abc, -1100",
        "0, 5000.1234, -1100", // four decimals
        "0, -1, -1100",
        "-999, '', 0", // ahead, just
        "-1000, '', -1021",
        "-1001, 60000, -1021",
    })
    void inMilliseconds(long age, String recvWindow, int code) throws IOException {
        assertThat(ask(Long.toString(NOW - age), recvWindow).json().path("code").asInt(0))
                .isEqualTo(code);
    }

    @ParameterizedTest(name = "{0} us old, recvWindow {1}: {2}")
    @CsvSource({
        "0, '', 0",
        "5000000, '', 0",
        "5000001, '', -1021", // one microsecond too old
        "6346, 6.346, 0",
        "6347, 6.346, -1021",
        "-999999, '', 0",
        "-1000000, '', -1021",
    })
    void inMicroseconds(long age, String recvWindow, int code) throws IOException {
        assertThat(ask(Long.toString(NOW * 1_000 - age), recvWindow)
                        .json()
                        .path("code")
                        .asInt(0))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"soon", "-1790000000000", "1790000000000.5", "123456789012345678901"})
    void aTimestampIsDigits(String timestamp) throws IOException {
        assertThat(ask(timestamp, "").code()).isEqualTo(-1100);
    }

    private static Answer ask(String timestamp, String recvWindow) throws IOException {
        String window = recvWindow.isEmpty() ? "" : "&recvWindow=" + recvWindow;
        return RawClient.exchange(
                binance.port(),
                request("GET", "/sapi/v1/account/info?" + sign("timestamp=" + timestamp + window), KEY));
    }
}
