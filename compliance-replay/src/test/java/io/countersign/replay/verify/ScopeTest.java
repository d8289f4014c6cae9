package io.countersign.replay.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.testing.RandomHistory;
import io.countersign.domain.testing.Samples;
import io.countersign.replay.MemorySource;
import io.countersign.replay.source.UnusableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a part of the journal proves, and that it takes no more memory than it may. */
class ScopeTest {

    private static final String SEEDS = "io.countersign.domain.testing.Seeds#fewSeeds";

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void aRangeIsDecidedAgainFromWhatCameBefore(long seed) {
        List<AccountEvent> events = RandomHistory.of(seed).journal();
        Random random = new Random(seed);
        int from = random.nextInt(events.size());
        int to = from + random.nextInt(events.size() - from + 1);

        Verification part = Journals.verify(
                Journals.source(Samples.ALICE, Journals.chained(events)), Memory.usual(1), offsets(from, to));

        assertThat(part.discrepancies()).isEmpty();
        assertThat(part.entries()).isEqualTo(to);
        assertThat(part.decided())
                .isEqualTo(events.subList(from, to).stream()
                        .filter(RequestDecided.class::isInstance)
                        .count());
        assertThat(part.limits()).anyMatch(each -> each.contains("cut off is not found"));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void aRangeOfTimeIsDecidedAgain(long seed) {
        List<AccountEvent> events = RandomHistory.of(seed).journal();
        Instant middle = events.get(events.size() / 2).at();
        Scope scope = new Scope(new Moment.At(middle), null, null, Set.of());

        Verification part =
                Journals.verify(Journals.source(Samples.ALICE, Journals.chained(events)), Memory.usual(1), scope);

        assertThat(part.discrepancies()).isEmpty();
        assertThat(part.entries()).isEqualTo(events.size());
        assertThat(part.decided())
                .isEqualTo(events.stream()
                        .filter(each ->
                                each instanceof RequestDecided && !each.at().isBefore(middle))
                        .count());
    }

    @Test
    void theChainBeforeARangeIsCheckedAllTheSame() {
        List<byte[]> journal = Journals.chained(RandomHistory.of(1).journal());
        journal.remove(3);

        Verification part =
                Journals.verify(Journals.source(Samples.ALICE, journal), Memory.usual(1), offsets(20, journal.size()));

        assertThat(part.discrepancies()).singleElement().matches(each -> each.what()
                .equals("sequence"));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void anAccountThatWentToTheDiskIsTheSameAsBefore(long seed, @TempDir Path folder) throws Exception {
        MemorySource mixed = mixed(seed, 5);
        long decided = Journals.verify(mixed).decided();

        for (int accounts = 1;
                accounts < 4;
                accounts++) { // one: the others wait; more: some wait, some outgrow the room
            Verification verification = Journals.verify(mixed, new Memory(folder, accounts), Scope.ALL);

            assertThat(verification.discrepancies()).isEmpty();
            assertThat(verification.accounts()).isEqualTo(5);
            assertThat(verification.decided()).isEqualTo(decided).isPositive();
        }
        try (java.util.stream.Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aLieOfAnAccountThatWentToTheDiskIsFoundOnce(@TempDir Path folder) {
        MemorySource mixed = mixed(1, 5);
        mixed.entries(0).remove(60);

        assertThat(Journals.verify(mixed, new Memory(folder, 1), Scope.ALL).discrepancies())
                .hasSize(1);
    }

    @Test
    void oneAccountAloneIsNotDisturbedByAnothersLie() {
        MemorySource mixed = mixed(1, 2);
        mixed.entries(0).remove(60);
        String honest = "account-1".equals(mixed.entries(0).get(60).account()) ? "account-1" : "account-0";
        Scope one = new Scope(null, null, honest, Set.of());

        Verification verification = Journals.verify(mixed, Memory.usual(1), one);

        assertThat(verification.accounts()).isEqualTo(1);
        assertThat(verification.limits()).anyMatch(each -> each.startsWith("Of the other accounts"));
    }

    @Test
    void anAccountInAnotherPartitionThanItsRequestsIsFound() {
        MemorySource source = new MemorySource(7);
        int right = io.countersign.replay.source.Placement.of(Samples.ALICE.value(), 7);
        List<byte[]> journal = Journals.chained(RandomHistory.of(1).journal()).subList(0, 1);
        source.addEntry((right + 1) % 7, Samples.ALICE.value(), journal.getFirst(), Samples.NOON);

        assertThat(Journals.verify(source).discrepancies()).singleElement().matches(each -> each.what()
                .equals("partition"));
    }

    @Test
    void anOffsetIsOfOnePartition() {
        assertThatThrownBy(() -> new Scope(new Moment.Offset(3), null, null, Set.of()))
                .isInstanceOf(UnusableException.class);
    }

    private static Scope offsets(long from, long to) {
        return new Scope(new Moment.Offset(from), new Moment.Offset(to), null, Set.of(0));
    }

    /** The same history of several accounts, taken in turns by chance. */
    private static MemorySource mixed(long seed, int accounts) {
        List<List<byte[]>> left = new ArrayList<>();
        for (int i = 0; i < accounts; i++) {
            left.add(Journals.chained(
                    new AccountId("account-" + i), RandomHistory.of(seed).journal()));
        }
        Random random = new Random(seed);
        MemorySource source = new MemorySource(1);
        while (left.stream().anyMatch(each -> !each.isEmpty())) {
            int one = random.nextInt(accounts);
            if (!left.get(one).isEmpty()) {
                source.addEntry(0, "account-" + one, left.get(one).removeFirst(), Samples.NOON);
            }
        }
        return source;
    }
}
