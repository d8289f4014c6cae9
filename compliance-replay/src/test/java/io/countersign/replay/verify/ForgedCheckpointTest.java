package io.countersign.replay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.testing.RandomHistory;
import io.countersign.wire.message.CheckpointBody;
import io.countersign.wire.message.CheckpointMessage;
import java.security.GeneralSecurityException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who can write the topic of checkpoints, but has no key, is found out. */
class ForgedCheckpointTest {

    private EngineKeys engine;

    @BeforeEach
    void newKeys() throws GeneralSecurityException {
        engine = new EngineKeys();
    }

    @Test
    void aCheckpointThatAnotherKeySignedIsFound() throws GeneralSecurityException {
        SignedPartition partition = partition(1);
        CheckpointBody body = partition.checkpoint(1).body();
        partition.checkpoints.set(
                1, SignedPartition.encode(new EngineKeys().signer().sign(body)));

        assertDistrusted(partition, "signature");
    }

    /** Who can write both topics, but has no key, makes the journal and the checkpoint fit each other. */
    @Test
    void aCheckpointThatWasMadeToFitIsFound() throws GeneralSecurityException {
        SignedPartition partition = partition(1);
        CheckpointMessage genuine = partition.checkpoint(1);
        SignedPartition other = SignedPartition.of(RandomHistory.of(2).journal(), new EngineKeys().signer());
        partition.journal.clear();
        partition.journal.addAll(other.journal);
        partition.checkpoints.clear();
        for (int i = 0; i < other.checkpoints.size(); i++) {
            partition.checkpoints.add(SignedPartition.encode(
                    new CheckpointMessage(other.checkpoint(i).body(), genuine.signature())));
        }

        SignedPartition.Held found = partition.verify(engine.verifier());

        assertThat(found.discrepancies()).singleElement().matches(each -> each.what()
                .equals("signature"));
        assertThat(found.uncovered()).isEqualTo(partition.journal.size());
    }

    @Test
    void aTimeThatWasChangedIsFound() throws GeneralSecurityException {
        SignedPartition partition = partition(1);
        CheckpointMessage genuine = partition.checkpoint(1);
        CheckpointBody body = genuine.body();
        CheckpointBody later = new CheckpointBody(
                body.partition(), body.entries(), body.runningHash(), body.at().plus(Duration.ofMillis(1)));
        partition.checkpoints.set(1, SignedPartition.encode(new CheckpointMessage(later, genuine.signature())));

        assertDistrusted(partition, "signature");
    }

    @Test
    void aCheckpointOfAnotherPartitionIsFound() throws GeneralSecurityException {
        SignedPartition partition = partition(1);
        CheckpointBody body = partition.checkpoint(1).body();
        CheckpointBody elsewhere = new CheckpointBody(4, body.entries(), body.runningHash(), body.at());
        partition.checkpoints.set(1, SignedPartition.encode(engine.signer().sign(elsewhere)));

        assertDistrusted(partition, "partition");
    }

    @Test
    void anOldCheckpointThatWasWrittenOnceMoreIsFound() throws GeneralSecurityException {
        SignedPartition partition = partition(1);
        partition.checkpoints.add(partition.checkpoints.getFirst());

        assertDistrusted(partition, "entries");
    }

    @Test
    void whatIsNoCheckpointIsFound() throws GeneralSecurityException {
        SignedPartition partition = partition(1);
        partition.checkpoints.add(new byte[] {1, 2, 3});

        assertDistrusted(partition, "value");
    }

    private SignedPartition partition(long seed) throws GeneralSecurityException {
        return SignedPartition.of(RandomHistory.of(seed).journal(), engine.signer());
    }

    private void assertDistrusted(SignedPartition partition, String what) throws GeneralSecurityException {
        assertThat(partition.verify(engine.verifier()).discrepancies())
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.subject()).isEqualTo("checkpoint");
                    assertThat(each.what()).isEqualTo(what);
                });
    }
}
