package io.countersign.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.gateway.answer.ProblemException;
import io.countersign.gateway.engine.AccountReport;
import io.countersign.gateway.engine.AccountReport.Decided;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPageTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final AccountReport FIVE = report(5);

    @Test
    void pagesFollowEachOtherFromTheNewestToTheOldest() {
        RequestPage first = RequestPage.of(FIVE, 2, null);
        RequestPage second = RequestPage.of(FIVE, 2, first.next());
        RequestPage third = RequestPage.of(FIVE, 2, second.next());

        assertThat(ids(first)).containsExactly("4", "3");
        assertThat(ids(second)).containsExactly("2", "1");
        assertThat(ids(third)).containsExactly("0");
        assertThat(third.next()).isNull();
    }

    @ParameterizedTest(name = "{0}, look-ups showed {1}: {2}")
    @CsvSource({
        "UNKNOWN, EXECUTED,     DONE",
        "UNKNOWN, FAILED,       REFUSED",
        "UNKNOWN, NOT_EXECUTED, NOT_EXECUTED",
        ",        NOT_EXECUTED, NOT_EXECUTED", // nobody ever told
        "EXPIRED, NOT_EXECUTED, EXPIRED", // told late
        "REFUSED, EXECUTED,     DONE", // Binance has it, whatever was told
        "UNKNOWN, ,             UNKNOWN"
    })
    void whatLookUpsShowedStandsForAnUnknownOutcome(
            @Nullable String outcome, @Nullable String resolution, String state) {
        assertThat(RequestPage.state(new Decided("1", "APPROVED", NOON, outcome, resolution)))
                .isEqualTo(state);
    }

    @Test
    void anOutcomeSaysMoreThanTheDecision() {
        assertThat(RequestPage.of(FIVE, 5, null).requests())
                .extracting(RequestPage.Line::state)
                .containsExactly("DONE", "APPROVED", "DONE", "APPROVED", "DONE");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 201})
    void aPageHasItsSize(int limit) {
        assertThatThrownBy(() -> RequestPage.of(FIVE, limit, null)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aPageAfterNobodysRequestIsRefused() {
        assertThatThrownBy(() -> RequestPage.of(FIVE, 2, "9")).isInstanceOf(ProblemException.class);
    }

    private static List<String> ids(RequestPage page) {
        return page.requests().stream().map(RequestPage.Line::requestId).toList();
    }

    private static AccountReport report(int requests) {
        List<Decided> decided = IntStream.range(0, requests)
                .mapToObj(each -> new Decided(
                        Integer.toString(each),
                        "APPROVED",
                        NOON.plusSeconds(each),
                        each % 2 == 0 ? "DONE" : null,
                        null))
                .toList();
        AccountReport.State state = new AccountReport.State(
                NOON, 1, null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), decided, List.of());
        return new AccountReport("ACTIVE", state);
    }
}
