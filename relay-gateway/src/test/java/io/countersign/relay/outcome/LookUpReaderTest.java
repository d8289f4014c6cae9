package io.countersign.relay.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.lookup.FoundWithdrawal;
import io.countersign.domain.lookup.LookUp;
import io.countersign.domain.money.Amount;
import io.countersign.domain.money.Asset;
import io.countersign.domain.request.Destination;
import io.countersign.domain.request.Endpoint;
import io.countersign.reading.EndpointCatalogue;
import io.countersign.reading.Reading;
import io.countersign.reading.StrictReader;
import io.countersign.relay.egress.Attempt;
import io.countersign.relay.lookup.Question;
import io.countersign.wire.message.Octets;
import io.countersign.wire.seal.WireRequest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookUpReaderTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final ConnectionId PHONE = new ConnectionId("1".repeat(32));
    private static final String ABOUT = "withdrawOrderId=order-1";
    private static final String TIMES = ABOUT + "&startTime=1000000000000&endTime=1000604799999";

    /** As Binance's documentation shows one. */
    private static final String ROW = """
            {"id":"b6ae22b3aa844210a7041aee7589627c","amount":"8.91000000","transactionFee":"0.004","coin":"USDT","status":6,
             "address":"0x94df8b","addressTag":"","txId":"0xb5ef8c","applyTime":"2026-11-22 11:59:58","network":"ETH",
             "transferType":0,"withdrawOrderId":"order-1","info":"","confirmNo":3,"walletType":1,"txKey":""}""";

    @Test
    void readsWhatBinanceLists() {
        LookUp read = read(question(ABOUT), "[" + ROW + "]").orElseThrow();

        assertThat(read)
                .isEqualTo(new LookUp(
                        PHONE,
                        new Endpoint("POST", "/sapi/v1/capital/withdraw/apply"),
                        "order-1",
                        NOON.minus(Duration.ofDays(7)),
                        NOON,
                        List.of(new FoundWithdrawal(
                                "b6ae22b3aa844210a7041aee7589627c",
                                6,
                                Amount.of("8.91", new Asset("USDT")),
                                new BigDecimal("0.004"),
                                new Destination("ETH", "0x94df8b", null),
                                NOON.minusSeconds(2)))));
    }

    @Test
    void nothingListedIsAnAnswerToo() {
        assertThat(read(question(TIMES), "[]").orElseThrow()).satisfies(read -> {
            assertThat(read.found()).isEmpty();
            assertThat(read.from()).isEqualTo(Instant.ofEpochMilli(1_000_000_000_000L));
            assertThat(read.until()).isEqualTo(Instant.ofEpochMilli(1_000_604_799_999L));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"code\":-1003,\"msg\":\"busy\"}",
                "[",
                "[] []",
                "[{}]",
                "[[]]",
                "null",
                "[null]",
            })
    void whatIsNoListOfWithdrawalsSaysNothing(String answer) {
        assertThat(read(question(ABOUT), answer)).isEmpty();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            quoteCharacter = '!',
            value = {
                "\"withdrawOrderId\":\"order-1\",|\"withdrawOrderId\":\"order-2\",",
                "\"withdrawOrderId\":\"order-1\",|!!",
                "\"status\":6,|\"status\":\"6\",",
                "\"status\":6,|\"status\":6,\"status\":5,",
                "\"status\":6,|\"state\":6,",
                "\"8.91000000\"|\"8.91e1\"",
                "\"8.91000000\"|1e999999999",
                "\"8.91000000\"|\"-8.91\"",
                "\"8.91000000\"|null",
                "\"0.004\"|\"?\"",
                "\"USDT\"|\"usdt\"",
                "\"0x94df8b\"|\"\"",
                "\"0x94df8b\"|7",
                "\"ETH\"|[]",
                "11:59:58|11:59:58Z",
                "2026-11-22|2026-02-30",
            },
            delimiter = '|')
    void aFieldThatIsNotAsItShouldBeMakesTheWholeAnswerSayNothing(String field, String instead) {
        assertThat(ROW).contains(field);

        assertThat(read(question(ABOUT), "[" + ROW.replace(field, instead) + "]"))
                .isEmpty();
    }

    @Test
    void tooManySayNothing() {
        assertThat(read(question(ABOUT), "[" + String.join(",", java.util.Collections.nCopies(6, ROW)) + "]"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 400, 418, 500, 503})
    void anotherStatusSaysNothing(int status) {
        Attempt attempt = new Attempt.Answered(NOON, status, List.of(), octets("[]"));

        assertThat(LookUpReader.read(question(ABOUT).orElseThrow(), attempt)).isEmpty();
    }

    @Test
    void noWholeAnswerSaysNothing() {
        Question question = question(ABOUT).orElseThrow();

        assertThat(LookUpReader.read(question, new Attempt.Answered(NOON, 200, List.of(), null)))
                .isEmpty();
        assertThat(LookUpReader.read(question, new Attempt.Lost(NOON, "lost"))).isEmpty();
        assertThat(LookUpReader.read(question, new Attempt.NotSent("late"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ABOUT + "&status=6",
                ABOUT + "&coin=BTC",
                ABOUT + "&offset=1",
                ABOUT + "&limit=1",
                ABOUT + "&idList=7",
                ABOUT + "&startTime=1000000000000",
                ABOUT + "&endTime=1000000000000",
                ABOUT + "&startTime=1000000000000&endTime=1000604800000", // seven days
                ABOUT + "&startTime=1000000000001&endTime=1000000000000",
                "startTime=1000000000000&endTime=1000000000001", // of no order id
            })
    void aQuestionThatMayHideSomethingIsNoLookUp(String parameters) {
        assertThat(question(parameters)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {ABOUT, TIMES, ABOUT + "&recvWindow=60000"})
    void aQuestionThatHidesNothingIsOne(String parameters) {
        assertThat(question(parameters)).isPresent();
    }

    @Test
    void travelRuleWithdrawalsAreListedElsewhere() {
        Question question =
                question("/sapi/v2/localentity/withdraw/history", ABOUT).orElseThrow();

        assertThat(question.lists()).isEqualTo(new Endpoint("POST", "/sapi/v1/localentity/withdraw/apply"));
        assertThat(read(Optional.of(question), "[" + ROW + "]")).isEmpty();
        assertThat(read(Optional.of(question), "[" + ROW.replace("\"status\"", "\"withdrawalStatus\"") + "]"))
                .isPresent();
    }

    @Test
    void otherEndpointsAreNoLookUps() {
        assertThat(question("/sapi/v1/localentity/withdraw/history", ABOUT)).isEmpty();
    }

    private static Optional<LookUp> read(Optional<Question> question, String answer) {
        return LookUpReader.read(question.orElseThrow(), new Attempt.Answered(NOON, 200, List.of(), octets(answer)));
    }

    private static Optional<Question> question(String parameters) {
        return question("/sapi/v1/capital/withdraw/history", parameters);
    }

    private static Optional<Question> question(String path, String parameters) {
        WireRequest wire = new WireRequest(
                "GET",
                path + "?" + parameters + "&timestamp=" + NOON.toEpochMilli() + "&signature=" + "ab".repeat(32),
                null,
                "k".repeat(64),
                Octets.EMPTY);
        return Question.of((Reading.Understood) new StrictReader(EndpointCatalogue.load(), Set.of()).read(wire), PHONE);
    }

    private static Octets octets(String text) {
        return Octets.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
