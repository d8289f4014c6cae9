package io.countersign.replay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.testing.RandomHistory;
import io.countersign.wire.message.Octets;
import java.security.GeneralSecurityException;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Promise P7: whatever is done to the journal of a partition is found, whether the chains of the accounts hold or not. */
class PartitionAuditTest {

    private static final String SEEDS = "io.countersign.domain.testing.Seeds#fewSeeds";

    private EngineKeys engine;

    @BeforeEach
    void newKeys() throws GeneralSecurityException {
        engine = new EngineKeys();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void whatTheEngineWroteAgrees(long seed) throws GeneralSecurityException {
        SignedPartition partition = partition(seed);
        int entries = partition.journal.size();

        SignedPartition.Held found = partition.verify(engine.verifier());

        assertThat(found.discrepancies()).isEmpty();
        assertThat(found.checkpoints()).isEqualTo(partition.checkpoints.size());
        assertThat(found.entries()).isEqualTo(entries);
        assertThat(found.covered()).isEqualTo(entries - entries % SignedPartition.EVERY);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void anAlteredOctetIsFound(long seed) throws GeneralSecurityException {
        SignedPartition partition = partition(seed);
        Random random = new Random(seed);
        int entry = anyCovered(partition, random);
        byte[] altered = partition.journal.get(entry).clone();
        altered[10 + random.nextInt(altered.length - 10)] ^= 1;
        partition.journal.set(entry, altered);

        assertFoundBetweenTheCheckpointsAround(entry, partition);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void aRemovedEntryIsFound(long seed) throws GeneralSecurityException {
        SignedPartition partition = partition(seed);
        int entry = anyCovered(partition, new Random(seed));
        partition.journal.remove(entry);

        assertThat(partition.verify(engine.verifier()).discrepancies()).hasSize(1);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void anInsertedEntryIsFound(long seed) throws GeneralSecurityException {
        SignedPartition partition = partition(seed);
        int entry = anyCovered(partition, new Random(seed));
        partition.journal.add(entry, partition.journal.getFirst());

        assertFoundBetweenTheCheckpointsAround(entry, partition);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void swappedEntriesAreFound(long seed) throws GeneralSecurityException {
        SignedPartition partition = partition(seed);
        int entry = anyCovered(partition, new Random(seed));
        int other = entry == 0 ? 1 : entry - 1;
        Collections.swap(partition.journal, entry, other);

        assertFoundBetweenTheCheckpointsAround(Math.min(entry, other), partition);
    }

    /** Every account's chain still holds then, because a chain does not know where it should end. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void aTruncatedTailIsFoundWithBothCounts(long seed) throws GeneralSecurityException {
        SignedPartition partition = partition(seed);
        long signed =
                partition.checkpoint(partition.checkpoints.size() - 1).body().entries();
        int left = new Random(seed).nextInt((int) signed);
        partition.journal.subList(left, partition.journal.size()).clear();

        assertThat(Journals.verify(partition.journal).discrepancies())
                .noneMatch(each -> each.what().contains("hash"));
        assertThat(partition.verify(engine.verifier()).discrepancies())
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.what()).isEqualTo("truncated: entries");
                    assertThat(each.position()).isEqualTo("end of partition 3");
                    assertThat(each.recorded()).isEqualTo(Integer.toString(left));
                    assertThat(each.expected())
                            .isEqualTo(
                                    "%d or more by the checkpoint at offset %d",
                                    signed, partition.checkpoints.size() - 1);
                });
    }

    @Test
    void aWholeHistoryThatWasWrittenAnewIsFound() throws GeneralSecurityException {
        SignedPartition partition = partition(1);
        SignedPartition other = partition(2);
        partition.journal.clear();
        partition.journal.addAll(other.journal);

        assertThat(Journals.verify(partition.journal).discrepancies()).isEmpty();
        assertThat(partition.verify(engine.verifier()).discrepancies()).isNotEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void whatCameAfterTheLastCheckpointIsCountedAndNoDiscrepancy(long seed) throws GeneralSecurityException {
        SignedPartition partition = partition(seed);
        partition.checkpoints.removeLast();

        SignedPartition.Held found = partition.verify(engine.verifier());

        int uncovered = SignedPartition.EVERY + partition.journal.size() % SignedPartition.EVERY;
        assertThat(found.discrepancies()).isEmpty();
        assertThat(found.uncovered()).isEqualTo(uncovered);
    }

    /** Without the engine's public keys the hashes are compared all the same. */
    @Test
    void withoutKeysTheHashesAreCompared() throws GeneralSecurityException {
        SignedPartition partition = partition(1);

        assertThat(partition.verify(null).discrepancies()).isEmpty();
        partition.journal.removeFirst();
        assertThat(partition.verify(null).discrepancies()).isNotEmpty();
    }

    @Test
    void aRecordWithoutAValueIsFound() throws GeneralSecurityException {
        SignedPartition partition = partition(1);
        partition.journal.set(2, Octets.EMPTY.toBytes());

        assertFoundBetweenTheCheckpointsAround(2, partition);
    }

    private SignedPartition partition(long seed) throws GeneralSecurityException {
        return SignedPartition.of(RandomHistory.of(seed).journal(), engine.signer());
    }

    private static int anyCovered(SignedPartition partition, Random random) {
        return random.nextInt(partition.checkpoints.size() * SignedPartition.EVERY);
    }

    private void assertFoundBetweenTheCheckpointsAround(int entry, SignedPartition partition)
            throws GeneralSecurityException {
        int before = entry - entry % SignedPartition.EVERY;
        assertThat(partition.verify(engine.verifier()).discrepancies())
                .singleElement()
                .extracting(Discrepancy::what)
                .isEqualTo("running hash, which differs somewhere in the entries %d to %d of the partition"
                        .formatted(before + 1, before + SignedPartition.EVERY));
    }
}
