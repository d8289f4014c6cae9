package io.countersign.relay.outcome;

import static io.countersign.relay.testing.Approvals.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.OutcomeClass;
import io.countersign.relay.egress.Attempt;
import io.countersign.wire.message.Octets;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeClassifierTest {

    private final OutcomeClassifier classifier = new OutcomeClassifier(ErrorCodes.load());

    /** What sounds like a yes or a no while nobody knows would be taken at its word. */
    @ParameterizedTest(name = "{0} {1}: is passed on: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"id\":\"7213\"} | true",
                "200 | {\"id\":\"72      | false",
                "200 | {\"code\":-4026}  | false",
                "308 | ''                | false",
                "400 | {\"code\":-4026}  | true",
                "400 | {\"code\":-1007}  | true",
                "400 | <html>            | false",
                "401 | ''                | false",
                "502 | <html>            | true",
                "504 | {\"code\":-1007}  | true",
            })
    void anAnswerIsPassedOnWhenItSaysWhatIsKnown(int status, String body, boolean saysSo) {
        Attempt attempt =
                new Attempt.Answered(NOON, status, List.of(), Octets.of(body.getBytes(StandardCharsets.UTF_8)));

        assertThat(classifier.classify(true, attempt).saysSo()).isEqualTo(saysSo);
    }

    @ParameterizedTest(name = "{0} {1}: {2} when it moves funds, else {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"id\":\"7213\"}             | DONE    | DONE",
                "200 | []                            | DONE    | DONE",
                "201 | {\"code\":200}                | DONE    | DONE", // accountSnapshot says so inside a success
                "200 | {\"id\":\"72                  | UNKNOWN | DONE", // no reservation hangs on a read
                "200 | <html>                        | UNKNOWN | DONE",
                "200 | ''                            | UNKNOWN | DONE",
                "200 | {\"id\":\"7\"}x               | UNKNOWN | DONE",
                "200 | 7                             | UNKNOWN | DONE",
                "200 | {\"code\":-4026}              | UNKNOWN | DONE", // success and refusal at once
                "200 | {\"code\":-1007}              | UNKNOWN | UNKNOWN",
                "302 | ''                            | UNKNOWN | REFUSED",
                "308 | {\"id\":\"7213\"}             | UNKNOWN | REFUSED",
                "101 | ''                            | UNKNOWN | REFUSED",
                "400 | {\"code\":-4026,\"msg\":\"\"} | REFUSED | REFUSED",
                "400 | {\"msg\":\"\",\"code\":-1021} | REFUSED | REFUSED",
                "400 | {\"code\":100001003}          | REFUSED | REFUSED", // not listed
                "400 | {\"code\":-99999}             | REFUSED | REFUSED", // not listed
                "400 | {\"code\":-1000}              | UNKNOWN | UNKNOWN",
                "400 | {\"code\":-1006}              | UNKNOWN | UNKNOWN",
                "400 | {\"code\":-1007}              | UNKNOWN | UNKNOWN",
                "400 | {\"code\":-4027}              | UNKNOWN | UNKNOWN",
                "400 | {\"code\":\"-4026\"}          | UNKNOWN | REFUSED", // a text is no code
                "400 | {\"code\":99999999999}        | UNKNOWN | REFUSED",
                "400 | {\"code\":-4026,\"code\":-1}  | UNKNOWN | REFUSED",
                "400 | {\"data\":{\"code\":-4026}}   | UNKNOWN | REFUSED", // not the answer's own
                "400 | <html>                        | UNKNOWN | REFUSED",
                "401 | ''                            | UNKNOWN | REFUSED",
                "403 | <html>                        | REFUSED | REFUSED",
                "418 | ''                            | REFUSED | REFUSED",
                "429 | ''                            | REFUSED | REFUSED",
                "429 | {\"code\":-1003}              | REFUSED | REFUSED",
                "451 | <html>                        | REFUSED | REFUSED",
                "403 | {\"code\":-1007}              | UNKNOWN | UNKNOWN",
                "408 | ''                            | UNKNOWN | REFUSED", // whoever was slow
                "408 | {\"code\":-99999}             | UNKNOWN | REFUSED",
                "409 | {\"code\":-99999}             | UNKNOWN | REFUSED",
                "500 | {\"code\":-4026}              | UNKNOWN | UNKNOWN", // documented: never a failure
                "503 | ''                            | UNKNOWN | UNKNOWN",
                "504 | <html>                        | UNKNOWN | UNKNOWN",
            })
    void anAnswerMeans(int status, String body, OutcomeClass movingFunds, OutcomeClass reading) {
        Attempt answered = answered(status, Octets.of(body.getBytes(StandardCharsets.UTF_8)));

        assertThat(classifier.classify(true, answered).outcome()).isEqualTo(movingFunds);
        assertThat(classifier.classify(false, answered).outcome()).isEqualTo(reading);
    }

    @ParameterizedTest(name = "{0} without a whole body: {1} when it moves funds")
    @CsvSource({"200, UNKNOWN", "302, UNKNOWN", "400, UNKNOWN", "403, REFUSED", "429, REFUSED", "500, UNKNOWN"})
    void aBrokenOffAnswerMeans(int status, OutcomeClass movingFunds) {
        assertThat(classifier.classify(true, answered(status, null)).outcome()).isEqualTo(movingFunds);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatDidNotLeaveIsExpiredAndWhatGotLostIsUnknown(boolean movesFunds) {
        assertThat(classifier.classify(movesFunds, new Attempt.NotSent("r")))
                .isEqualTo(new Classified(OutcomeClass.EXPIRED, null, "r", false));
        assertThat(classifier.classify(movesFunds, new Attempt.Lost(NOON, "r")))
                .isEqualTo(new Classified(OutcomeClass.UNKNOWN, null, "r", false));
    }

    @Test
    void theReasonTellsStatusAndCodeAndNothingOfTheAnswer() {
        Octets body = Octets.of("{\"code\":-4026,\"msg\":\"SECRET\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(classifier.classify(true, answered(400, body)))
                .isEqualTo(
                        new Classified(OutcomeClass.REFUSED, -4026, "Binance refused it (HTTP 400, code -4026)", true));
    }

    private static Attempt answered(int status, @Nullable Octets body) {
        return new Attempt.Answered(NOON, status, List.of(), body);
    }
}
