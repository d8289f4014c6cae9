package io.countersign.replay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.account.AccountEvent.ReservationOpened;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.policy.Policies;
import io.countersign.domain.testing.RandomHistory;
import io.countersign.domain.testing.SamplePolicy;
import io.countersign.domain.testing.Samples;
import io.countersign.replay.MemorySource;
import io.countersign.replay.progress.Progress;
import io.countersign.replay.source.PublishedPolicies;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AccountAuditTest {

    private static final String SEEDS = "io.countersign.domain.testing.Seeds#fewSeeds";

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void whatTheDeciderWroteAgrees(long seed) {
        List<AccountEvent> events = RandomHistory.of(seed).journal();

        Verification verification = Journals.verify(Journals.chained(events));

        assertThat(verification.discrepancies()).isEmpty();
        assertThat(verification.entries()).isEqualTo(events.size());
        assertThat(verification.decided())
                .isEqualTo(
                        events.stream().filter(RequestDecided.class::isInstance).count());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void anAlteredOctetIsFound(long seed) {
        List<byte[]> journal = Journals.chained(RandomHistory.of(seed).journal());
        Random random = new Random(seed);
        int entry = random.nextInt(journal.size() - 1);
        byte[] altered = journal.get(entry).clone();
        altered[10 + random.nextInt(altered.length - 10)] ^= 1;
        journal.set(entry, altered);

        assertThat(Journals.verify(journal).discrepancies()).hasSize(1);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void aRemovedEntryIsFound(long seed) {
        List<byte[]> journal = Journals.chained(RandomHistory.of(seed).journal());
        int entry = new Random(seed).nextInt(journal.size() - 1);
        journal.remove(entry);

        assertThat(Journals.verify(journal).discrepancies())
                .extracting(Discrepancy::position, Discrepancy::what, Discrepancy::recorded, Discrepancy::expected)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "partition 0 offset " + entry,
                        "sequence",
                        Integer.toString(entry + 2),
                        Integer.toString(entry + 1)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void swappedEntriesAreFound(long seed) {
        List<byte[]> journal = Journals.chained(RandomHistory.of(seed).journal());
        int entry = new Random(seed).nextInt(journal.size() - 1);
        byte[] first = journal.remove(entry);
        journal.add(entry + 1, first);

        assertThat(Journals.verify(journal).discrepancies()).hasSize(1);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void anInsertedEntryIsFound(long seed) {
        List<byte[]> journal = Journals.chained(RandomHistory.of(seed).journal());
        int entry = new Random(seed).nextInt(journal.size());
        journal.add(entry, journal.get(entry));

        assertThat(Journals.verify(journal).discrepancies()).hasSize(1);
    }

    /** A chain that was made anew holds, so only deciding again finds the lie. */
    @Test
    void aRefusalTurnedIntoAnApprovalIsFound() {
        List<AccountEvent> events =
                rewritten(event -> event instanceof RequestDecided e && e.status() == DecisionStatus.REJECTED
                        ? altered(e, DecisionStatus.APPROVED, e.findings())
                        : event);

        assertThat(Journals.verify(Journals.chained(events)).discrepancies())
                .singleElement()
                .hasToString("account alice, partition 0 offset 2: status of request 00000000000000000000000000000001"
                        + System.lineSeparator() + "    recorded: APPROVED" + System.lineSeparator()
                        + "    expected: REJECTED");
    }

    @Test
    void aForgedFindingIsFoundAndNamed() {
        List<AccountEvent> events = rewritten(event -> event instanceof RequestDecided e
                ? altered(e, e.status(), e.findings().subList(0, 9))
                : event);

        Discrepancy found =
                Journals.verify(Journals.chained(events)).discrepancies().getFirst();
        assertThat(found.what()).isEqualTo("finding 10 of request 00000000000000000000000000000001");
        assertThat(found.recorded()).isEqualTo("null");
        assertThat(found.expected()).contains("rolling-24h-cap");
    }

    @Test
    void aReservationThatIsMissingIsFound() {
        List<AccountEvent> events = approval();
        events.removeLast();

        assertThat(Journals.verify(Journals.chained(events)).discrepancies())
                .singleElement()
                .matches(found -> found.what().equals("event after the last"));
    }

    @Test
    void aReservationOfAnotherValueIsFound() {
        List<AccountEvent> events = approval();
        ReservationOpened opened = (ReservationOpened) events.removeLast();
        events.add(new ReservationOpened(
                opened.requestId(), Samples.usdt("0.01"), opened.asset(), opened.destination(), opened.at()));

        assertThat(Journals.verify(Journals.chained(events)).discrepancies()).hasSize(1);
    }

    @Test
    void aReleaseThatNobodyAskedForIsFound() {
        List<AccountEvent> events = approval();
        events.add(new AccountEvent.ReservationReleased(Samples.requestId(1), Samples.NOON));

        assertThat(Journals.verify(Journals.chained(events)).discrepancies())
                .singleElement()
                .matches(found -> found.expected().startsWith("none"));
    }

    @Test
    void aPolicyThatWasNeverPublishedIsFound() {
        PublishedPolicies other =
                new PublishedPolicies(new TreeMap<>(), new TreeMap<>(Map.of(2L, SamplePolicy.version(2))));

        Verification verification = new Verifier(null, 1, Memory.usual(1))
                .verify(Journals.source(Samples.ALICE, Journals.chained(approval())), other, Scope.ALL, Progress.NONE);

        assertThat(verification.discrepancies()).singleElement().matches(found -> found.what()
                .equals("policy"));
    }

    @Test
    void whatCannotBeReadIsFound() {
        List<byte[]> journal = Journals.chained(approval());
        journal.set(1, Arrays.copyOf(journal.get(1), 12));

        assertThat(Journals.verify(journal).discrepancies()).singleElement().matches(found -> found.what()
                .equals("value"));
    }

    @Test
    void oneAccountsLieIsNotAnothers() {
        AccountId bob = new AccountId("bob");
        List<byte[]> honest = Journals.chained(approval());
        List<byte[]> broken = Journals.chained(
                bob, RandomHistory.of(1).journal().stream().limit(2).toList());
        broken.removeFirst();
        MemorySource source = Journals.source(bob, broken);
        Journals.add(source, Samples.ALICE, honest);

        Verification verification = Journals.verify(source);

        assertThat(verification.discrepancies())
                .extracting(Discrepancy::subject)
                .containsExactly("account bob");
        assertThat(verification.ofAccounts())
                .isEqualTo("2 accounts, 5 journal entries, 1 requests decided again: 1 accounts with a discrepancy");
    }

    @Test
    void anEntryFiledUnderAnotherAccountIsFound() {
        MemorySource source = Journals.source(new AccountId("bob"), Journals.chained(approval()));

        assertThat(Journals.verify(source).discrepancies()).singleElement().matches(found -> found.what()
                .equals("account"));
    }

    /** Bound, booked, approved and reserved. */
    private static List<AccountEvent> approval() {
        return decided("40");
    }

    private static RequestDecided altered(RequestDecided e, DecisionStatus status, List<Finding> findings) {
        return new RequestDecided(
                e.request(),
                e.circumstances(),
                status,
                findings,
                1,
                e.shadow(),
                e.forgetBefore(),
                e.forgetRequestsBefore(),
                e.at());
    }

    private static List<AccountEvent> rewritten(java.util.function.UnaryOperator<AccountEvent> lie) {
        return decided("400").stream().map(lie).toList();
    }

    private static List<AccountEvent> decided(String amount) {
        List<AccountEvent> events =
                new ArrayList<>(RandomHistory.of(1).journal().subList(0, 2));
        Account account = Samples.evolve(Account.empty(Samples.ALICE), events);
        events.addAll(io.countersign.domain.decider.AccountDecider.decide(
                Samples.evaluate(Samples.withdrawal(1, amount), Samples.NOON),
                account,
                Policies.only(SamplePolicy.version(1))));
        return events;
    }
}
