package io.countersign.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountCommand;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.account.AccountEvent.ReservationOpened;
import io.countersign.domain.account.AccountEvent.ReservationReleased;
import io.countersign.domain.account.AccountEvent.ReservationSettled;
import io.countersign.domain.account.Reservation;
import io.countersign.domain.account.ShadowVerdict;
import io.countersign.domain.decider.AccountDecider;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.policy.Memory;
import io.countersign.domain.policy.Policies;
import io.countersign.domain.policy.Policy;
import io.countersign.domain.testing.LookUpHistory;
import io.countersign.domain.testing.RandomHistory;
import io.countersign.domain.testing.SamplePolicy;
import io.countersign.domain.testing.Samples;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds after every history. {@code -Dcountersign.seed=N} runs one again. */
class AccountPropertyTest {

    private static final int CUTS = 10;
    private static final String SEEDS = "io.countersign.domain.testing.Seeds#seeds";

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void noApprovalExceedsALimit(long seed) {
        Map<String, BigDecimal> allowed = BruteForce.allowed();

        assertThat(BruteForce.peaks(RandomHistory.of(seed).journal()))
                .allSatisfy((sum, peak) -> assertThat(peak).as(sum).isLessThanOrEqualTo(allowed.get(sum)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void everyApprovalIsEntitled(long seed) {
        assertThat(Entitlements.violations(RandomHistory.of(seed).journal())).isEmpty();
    }

    /** Or the properties above would say nothing. */
    @Test
    void theHistoriesReachEveryLimit() {
        Map<String, BigDecimal> peaks = new TreeMap<>();
        histories().forEach(each -> BruteForce.peaks(each.journal())
                .forEach((sum, peak) -> peaks.merge(sum, peak, BigDecimal::max)));

        assertThat(plain(peaks)).isEqualTo(plain(BruteForce.allowed()));
    }

    @Test
    void theHistoriesHoldEveryEventOfAnAccount() {
        Stream<AccountEvent> lookedUp =
                LongStream.range(0, 300).mapToObj(LookUpHistory::of).flatMap(each -> each.journal().stream());
        Set<Class<?>> seen = Stream.concat(histories().flatMap(each -> each.journal().stream()), lookedUp)
                .map(Object::getClass)
                .collect(Collectors.toSet());

        assertThat(AccountEvent.class.getPermittedSubclasses())
                .filteredOn(each -> !seen.contains(each))
                .containsExactlyInAnyOrder(
                        AccountEvent.TierAssigned.class,
                        AccountEvent.PolicyProposed.class,
                        AccountEvent.PolicyConfirmed.class,
                        AccountEvent.PolicyShadowed.class,
                        AccountEvent.ErasureAsked.class,
                        AccountEvent.AccountErased.class);
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

        Random random = new Random(seed);
        for (int cut : random.ints(CUTS, 0, journal.size() + 1).toArray()) {
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
                AccountCommand command =
                        new AccountCommand.EvaluateRequest(recorded.request(), recorded.circumstances(), recorded.at());
                List<AccountEvent> again =
                        AccountDecider.decide(command, history.states().get(i), policies(recorded));
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
                Memory memory = policies(decided).live().memory();
                Account account = history.states().get(i + 1);
                Map<RequestId, Reservation> counted =
                        account.activity().exposure().reservations();
                assertThat(counted.values()).allSatisfy(each -> assertThat(each.countedSince())
                        .isAfterOrEqualTo(decided.at().minus(memory.spending())));
                assertThat(account.activity().decided()).allSatisfy((id, each) -> assertThat(counted.containsKey(id)
                                || !each.at().isBefore(decided.at().minus(memory.requests())))
                        .isTrue());
            }
        }
    }

    private static Policies policies(RequestDecided decided) {
        ShadowVerdict shadow = decided.shadow();
        return new Policies(policy(decided.policyVersion()), shadow == null ? null : policy(shadow.policyVersion()));
    }

    private static Policy policy(long version) {
        return Objects.requireNonNull(SamplePolicy.published().get(version));
    }

    private static Stream<RandomHistory> histories() {
        return LongStream.range(0, 300).mapToObj(RandomHistory::of);
    }

    private static Map<String, String> plain(Map<String, BigDecimal> sums) {
        Map<String, String> plain = new TreeMap<>();
        sums.forEach((name, sum) -> plain.put(name, sum.stripTrailingZeros().toPlainString()));
        return plain;
    }
}
