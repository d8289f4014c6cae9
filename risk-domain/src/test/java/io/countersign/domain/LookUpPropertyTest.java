package io.countersign.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.AccountCommand;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.OutcomeRecorded;
import io.countersign.domain.account.AccountEvent.RequestLookedUp;
import io.countersign.domain.account.AccountEvent.ReservationReleased;
import io.countersign.domain.decider.AccountDecider;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.lookup.LookUpResult;
import io.countersign.domain.policy.Policies;
import io.countersign.domain.testing.LookUpHistory;
import io.countersign.domain.testing.LookUpHistory.Truth;
import io.countersign.domain.testing.SamplePolicy;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds however somebody looks up. {@code -Dcountersign.seed=N} runs one history again. */
class LookUpPropertyTest {

    private static final String SEEDS = "io.countersign.domain.testing.Seeds#seeds";

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void noLookUpReleasesWhatMoved(long seed) {
        LookUpHistory history = LookUpHistory.of(seed);

        List<RequestId> released = history.journal().stream()
                .filter(ReservationReleased.class::isInstance)
                .map(each -> ((ReservationReleased) each).requestId())
                .toList();
        assertThat(released)
                .allSatisfy(id -> assertThat(history.truths().get(id)).isNotEqualTo(Truth.MOVED));
    }

    /** Or the property above would say nothing. */
    @Test
    void theHistoriesReachEveryResult() {
        Set<LookUpResult> seen = EnumSet.noneOf(LookUpResult.class);
        LongStream.range(0, 300)
                .mapToObj(LookUpHistory::of)
                .flatMap(each -> each.journal().stream())
                .filter(RequestLookedUp.class::isInstance)
                .forEach(each -> seen.add(((RequestLookedUp) each).result()));

        assertThat(seen).containsExactlyInAnyOrder(LookUpResult.values());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void decidingAgainFindsTheSame(long seed) {
        LookUpHistory history = LookUpHistory.of(seed);
        List<AccountEvent> journal = history.journal();

        for (int i = 0; i < journal.size(); i++) {
            if (journal.get(i) instanceof OutcomeRecorded recorded) {
                List<AccountEvent> again = AccountDecider.decide(
                        new AccountCommand.RecordOutcome(recorded.outcome(), recorded.at()),
                        history.states().get(i),
                        Policies.only(SamplePolicy.version(1)));
                assertThat(again).isEqualTo(journal.subList(i, i + again.size()));
            }
        }
    }
}
