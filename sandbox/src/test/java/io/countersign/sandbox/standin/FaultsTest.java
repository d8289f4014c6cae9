package io.countersign.sandbox.standin;

import static io.countersign.sandbox.standin.Binance.KEY;
import static io.countersign.sandbox.standin.Binance.ORDER;
import static io.countersign.sandbox.standin.Binance.WITHDRAW;
import static io.countersign.sandbox.standin.Binance.request;
import static io.countersign.sandbox.standin.Binance.sign;
import static io.countersign.sandbox.standin.Binance.timed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.sandbox.standin.RawClient.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way to misbehave, and whether the funds had moved by then. */
class FaultsTest {

    private Binance binance;

    @BeforeEach
    void start() throws IOException {
        binance = new Binance();
    }

    @AfterEach
    void stop() {
        binance.close();
    }

    @ParameterizedTest(name = "{0} answers {2} {3}, balance {4}")
    @CsvSource({
        "error-before, '', 503, -1008, 1000",
        "error-before, '\"status\":500,\"code\":-1000', 500, -1000, 1000",
        "error-after, '', 504, -1007, 989",
        "error-after, '\"status\":502,\"code\":-1001', 502, -1001, 989",
        "status, '\"status\":403,\"code\":-1,\"msg\":\"waf\"', 403, -1, 1000",
        "rate-limit, '\"retryAfterSeconds\":7', 429, -1003, 1000",
        "ban, '\"retryAfterSeconds\":7', 418, -1003, 1000",
    })
    void answersInsteadOfBinance(String kind, String more, int status, int code, String balance) throws IOException {
        fault(kind, more);

        Answer answer = binance.withdraw();

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.header("Retry-After")).isEqualTo(more.contains("retryAfter") ? "7" : "");
        assertThat(binance.usdt()).isEqualTo(balance);
        assertThat(binance.lastRequest().path("executed").asBoolean()).isEqualTo(balance.equals("989"));
        assertThat(binance.lastRequest().path("status").asInt()).isEqualTo(status);
        assertThat(binance.withdraw().status()).as("used up").isEqualTo(200);
    }

    @Test
    void garbageIsATruncatedSuccess() throws IOException {
        fault("garbage", "");

        Answer answer = binance.withdraw();

        assertThat(answer.status()).isEqualTo(200);
        assertThatThrownBy(answer::json).isInstanceOf(UncheckedIOException.class);
        assertThat(binance.usdt()).isEqualTo("989");
    }

    @ParameterizedTest
    @CsvSource({"reset-before, 1000", "reset-after, 989"})
    void resetsTheConnection(String kind, String balance) throws IOException {
        fault(kind, "");

        assertThatThrownBy(binance::withdraw)
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("reset");

        assertThat(binance.usdt()).isEqualTo(balance);
        assertThat(binance.lastRequest().path("status").asInt()).isZero();
        assertThat(binance.lastRequest().path("executed").asBoolean()).isEqualTo(balance.equals("989"));
    }

    @ParameterizedTest
    @CsvSource({"hang, 1000", "hang-after, 989"})
    void neverAnswers(String kind, String balance) throws IOException {
        fault(kind, "");

        try (RawClient client = new RawClient(binance.port())) {
            client.timeout(300);
            client.send(request("POST", WITHDRAW + '?' + sign(timed(ORDER)), KEY));
            assertThatThrownBy(client::receive).isInstanceOf(SocketTimeoutException.class);
        }

        assertThat(binance.usdt()).isEqualTo(balance);
    }

    @Test
    void slowExecutesAtOnceAndAnswersLate() throws IOException {
        fault("slow", "\"delayMillis\":400");
        Instant start = Instant.now();

        try (RawClient client = new RawClient(binance.port())) {
            client.send(request("POST", WITHDRAW + '?' + sign(timed(ORDER)), KEY));
            pollUntilBalanceIs("989");
            assertThat(binance.lastRequest().path("status").asInt())
                    .as("not answered yet")
                    .isZero();
            assertThat(client.receive().status()).isEqualTo(200);
        }

        assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(400));
    }

    private void pollUntilBalanceIs(String balance) throws IOException {
        Instant deadline = Instant.now().plusSeconds(5);
        while (!binance.usdt().equals(balance)) {
            assertThat(Instant.now()).isBefore(deadline);
        }
    }

    @Test
    void lateExecutesOnlyWhileTheWindowIsOpen() throws IOException {
        binance.control("PUT", "/clock", "{}");
        fault("late", "\"delayMillis\":300");
        String parameters = ORDER + "&recvWindow=100&timestamp=" + System.currentTimeMillis();

        Answer answer = RawClient.exchange(binance.port(), request("POST", WITHDRAW + '?' + sign(parameters), KEY));

        assertThat(answer.code()).isEqualTo(-1021);
        assertThat(binance.usdt()).isEqualTo("1000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"method\":\"GET\"}",
                "{\"path\":\"/api/v3/time\"}",
                "{\"apiKey\":\"another\"}",
            })
    void aFaultThatDoesNotFitIsNotUsedUp(String match) throws IOException {
        binance.control("PUT", "/faults", "[{\"kind\":\"error-before\",\"match\":" + match + "}]");

        assertThat(binance.withdraw().status()).isEqualTo(200);
        assertThat(binance.ask("/faults")).hasSize(1);
        binance.control("DELETE", "/faults", "");
        assertThat(binance.ask("/faults")).isEmpty();
    }

    @Test
    void aFaultHoldsAsOftenAsItSays() throws IOException {
        fault("error-before", "\"times\":2");

        assertThat(binance.withdraw().status()).isEqualTo(503);
        assertThat(binance.withdraw().status()).isEqualTo(503);
        assertThat(binance.withdraw().status()).isEqualTo(200);
    }

    private void fault(String kind, String more) throws IOException {
        String rule = "{\"kind\":\"%s\",\"match\":{\"method\":\"POST\",\"path\":\"%s\",\"apiKey\":\"%s\"}%s}"
                .formatted(kind, WITHDRAW, KEY, more.isEmpty() ? "" : "," + more);
        assertThat(binance.control("PUT", "/faults", "[" + rule + "]").status()).isEqualTo(200);
    }
}
