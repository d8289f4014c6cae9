package io.countersign.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountCommand;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.account.AccountEvent.ReservationOpened;
import io.countersign.domain.account.AccountEvent.ReservationReleased;
import io.countersign.domain.account.AccountEvent.ReservationSettled;
import io.countersign.domain.decider.AccountDecider;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.testing.RandomHistory;
import io.countersign.domain.testing.SamplePolicy;
import io.countersign.domain.testing.Samples;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds after every history. {@code -Dcountersign.seed=N} runs one again. */
class AccountPropertyTest {

    private static final String SEEDS = "io.countersign.domain.testing.Seeds#seeds";

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void noApprovalExceedsALimit(long seed) {
        BruteForce.Peaks peaks = BruteForce.peaks(RandomHistory.of(seed).journal());

        assertThat(peaks.transfer()).isLessThanOrEqualTo(BigDecimal.valueOf(100));
        assertThat(peaks.day()).isLessThanOrEqualTo(BigDecimal.valueOf(250));
        assertThat(peaks.rolling()).isLessThanOrEqualTo(BigDecimal.valueOf(300));
    }

    /** Or the property above would say nothing. */
    @Test
    void theHistoriesReachEveryLimit() {
        BruteForce.Peaks peaks = Stream.iterate(0L, seed -> seed + 1)
                .limit(200)
                .map(seed -> BruteForce.peaks(RandomHistory.of(seed).journal()))
                .reduce(BruteForce.Peaks::max)
                .orElseThrow();

        assertThat(peaks.transfer()).isEqualByComparingTo("100");
        assertThat(peaks.day()).isEqualByComparingTo("250");
        assertThat(peaks.rolling()).isEqualByComparingTo("300");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void aReservationIsOpenedOnceAndEndsAtMostOnce(long seed) {
        List<RequestId> opened = new ArrayList<>();
        List<RequestId> ended = new ArrayList<>();
        for (AccountEvent event : RandomHistory.of(seed).journal()) {
            switch (event) {
                case ReservationOpened e -> opened.add(e.requestId());
                case ReservationSettled e -> ended.add(e.requestId());
                case ReservationReleased e -> ended.add(e.requestId());
                default -> {}
            }
        }

        assertThat(opened).doesNotHaveDuplicates().containsAll(ended);
        assertThat(ended).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void theJournalGivesTheSameAccountFromEverySnapshot(long seed) {
        RandomHistory history = RandomHistory.of(seed);
        List<AccountEvent> journal = history.journal();
        Account last = history.states().getLast();

        for (int cut = 0; cut <= journal.size(); cut++) {
            Account replayed = Samples.evolve(history.states().get(cut), journal.subList(cut, journal.size()));
            assertThat(replayed).as("from the snapshot at %d", cut).isEqualTo(last);
            assertThat(replayed).as("in the same order").hasToString(last.toString());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void decidingAgainFindsTheSame(long seed) {
        RandomHistory history = RandomHistory.of(seed);
        List<AccountEvent> journal = history.journal();

        for (int i = 0; i < journal.size(); i++) {
            if (journal.get(i) instanceof RequestDecided recorded) {
                AccountCommand command = new AccountCommand.EvaluateRequest(recorded.request(), recorded.at());
                List<AccountEvent> again = AccountDecider.decide(
                        command, history.states().get(i), SamplePolicy.version(recorded.policyVersion()));
                assertThat(again).isEqualTo(journal.subList(i, i + again.size()));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void nothingOlderThanThePolicyRemembersIsKept(long seed) {
        RandomHistory history = RandomHistory.of(seed);

        for (int i = 0; i < history.journal().size(); i++) {
            if (history.journal().get(i) instanceof RequestDecided decided) {
                Instant oldest = decided.at().minus(SamplePolicy.MEMORY);
                Account account = history.states().get(i + 1);
                assertThat(account.decided().values())
                        .allSatisfy(each -> assertThat(each.at()).isAfterOrEqualTo(oldest));
                assertThat(account.exposure().reservations().values())
                        .allSatisfy(each -> assertThat(each.countedSince()).isAfterOrEqualTo(oldest));
            }
        }
    }
}
