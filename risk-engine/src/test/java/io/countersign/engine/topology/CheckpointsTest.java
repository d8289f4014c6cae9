package io.countersign.engine.topology;

import static io.countersign.engine.topology.EngineHarness.ALICE;
import static io.countersign.engine.topology.EngineHarness.key;
import static io.countersign.engine.topology.EngineHarness.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.id.AccountId;
import io.countersign.wire.chain.PartitionChain;
import io.countersign.wire.message.CheckpointMessage;
import io.countersign.wire.message.Octets;
import io.countersign.wire.topic.Topics;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {

    private EngineHarness engine;

    @BeforeEach
    void start(@TempDir Path stateDir) {
        engine = new EngineHarness(stateDir);
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void anEmptyPartitionGetsNone(@TempDir Path stateDir) {
        try (EngineHarness empty = EngineHarness.bare(stateDir, 1)) {
            empty.passInterval();

            assertThat(empty.checkpoints()).isEmpty();
        }
    }

    @Test
    void aCheckpointIsOverEveryEntryOfTheJournalAndSigned() {
        engine.admit();
        engine.send(withdrawal(1, 500));

        engine.passInterval();

        CheckpointMessage checkpoint = engine.checkpoints().getLast();
        PartitionChain journal = journal();
        assertThat(engine.checkpoints()).hasSize(1);
        assertThat(journal.entries()).isEqualTo(6);
        assertThat(checkpoint.body().partition()).isZero();
        assertThat(checkpoint.body().entries()).isEqualTo(6);
        assertThat(checkpoint.body().runningHash()).isEqualTo(journal.runningHash());
        assertThat(engine.verifier().isGenuine(checkpoint)).isTrue();
    }

    @Test
    void thereIsNoneUntilTheIntervalIsOver() {
        engine.admit();

        assertThat(engine.checkpoints()).isEmpty();
    }

    @Test
    void nothingNewIsNoNewCheckpoint() {
        engine.admit();
        engine.passInterval();
        engine.passInterval();

        assertThat(engine.checkpoints()).hasSize(1);
    }

    @Test
    void theNextOneGoesOnFromTheLast() {
        engine.admit();
        engine.passInterval();
        engine.send(withdrawal(1, 500));
        engine.passInterval();

        assertThat(engine.checkpoints())
                .extracting(each -> each.body().entries())
                .containsExactly(4L, 6L);
        assertThat(engine.checkpoints().getLast().body().runningHash())
                .isEqualTo(journal().runningHash());
    }

    @Test
    void theJournalIsKeyedByAccountAndACheckpointByPartition() {
        engine.admit();
        engine.passInterval();

        assertThat(engine.read(Topics.JOURNAL.name()))
                .allSatisfy(entry -> assertThat(entry.key()).isIn(key(AccountId.HOUSE), key(ALICE)));
        assertThat(engine.read(Topics.CHECKPOINTS.name()))
                .allSatisfy(each -> assertThat(each.key()).isEqualTo(new byte[4]));
    }

    @Test
    void whatIsPlacedGoesWhereItIsPlacedWhateverItsKey() {
        assertThat(Placed.partitioner().partitions("any", new Placed(Octets.of(key(ALICE)), 5), new byte[0], 6))
                .contains(java.util.Set.of(5));
        assertThat(Placed.byNumber(258).key()).isEqualTo(Octets.of(new byte[] {0, 0, 1, 2}));
    }

    @Test
    void whatIsStoredComesBackAsItWas() {
        StoredChain stored = new StoredChain(
                new PartitionChain(258, PartitionChain.genesis(1).runningHash()), 257);
        Serde<StoredChain> serde = StoredChain.serde();

        byte[] octets = serde.serializer().serialize("any", stored);

        assertThat(serde.deserializer().deserialize("any", octets)).isEqualTo(stored);
        assertThat(Octets.of(octets).length()).isEqualTo(48);
    }

    private PartitionChain journal() {
        PartitionChain chain = PartitionChain.genesis(0);
        List<TestRecord<byte[], byte[]>> entries = engine.read(Topics.JOURNAL.name());
        for (TestRecord<byte[], byte[]> entry : entries) {
            chain = chain.next(entry.value(), engine.codecs.journal().headerLength());
        }
        return chain;
    }
}
