package io.countersign.replay;

import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.testing.Samples;
import io.countersign.wire.chain.PartitionChain;
import io.countersign.wire.codec.Read;
import io.countersign.wire.codec.SingleObjectFraming;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.message.CheckpointBody;
import io.countersign.wire.message.CheckpointMessage;
import io.countersign.wire.message.Octets;
import io.countersign.wire.sign.CountersignatureVerifier;
import io.countersign.wire.sign.Countersigner;
import io.countersign.wire.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One partition as the engine writes it, octets and all: a journal, and a checkpoint after every few entries. To be spoiled. */
final class SignedPartition {

    static final int NUMBER = 3;
    static final int EVERY = 7;

    private static final SingleObjectFraming FRAMING = new SingleObjectFraming();
    private static final TopicCodec<CheckpointMessage> CODEC = new TopicCodec<>(Topics.CHECKPOINTS, FRAMING);

    final List<byte[]> journal;
    final List<byte[]> checkpoints = new ArrayList<>();

    private SignedPartition(List<byte[]> journal) {
        this.journal = journal;
    }

    static SignedPartition of(List<AccountEvent> events, Countersigner engine) {
        SignedPartition partition = new SignedPartition(Journals.chained(events));
        PartitionChain chain = PartitionChain.genesis(NUMBER);
        for (byte[] entry : partition.journal) {
            chain = chain.next(entry, FRAMING.headerLength());
            if (chain.entries() % EVERY == 0) {
                partition.checkpoints.add(CODEC.encode(
                        engine.sign(new CheckpointBody(NUMBER, chain.entries(), chain.runningHash(), Samples.NOON))));
            }
        }
        return partition;
    }

    CheckpointMessage checkpoint(int index) {
        if (CODEC.read(checkpoints.get(index)) instanceof Read.Value<CheckpointMessage> read) {
            return read.value();
        }
        throw new AssertionError("unreadable");
    }

    static byte[] encode(CheckpointMessage checkpoint) {
        return CODEC.encode(checkpoint);
    }

    CheckpointVerification verify(@Nullable CountersignatureVerifier engine) {
        CheckpointVerifier verifier = new CheckpointVerifier(FRAMING.headerLength(), engine);
        for (int i = 0; i < checkpoints.size(); i++) {
            verifier.take(new CheckpointRecord(NUMBER, i, CODEC.read(checkpoints.get(i))));
        }
        for (int i = 0; i < journal.size(); i++) {
            byte[] each = journal.get(i);
            verifier.take(new JournalRecord(
                    NUMBER, i, Samples.ALICE.value(), Octets.of(each), new Read.Unreadable<>("not asked")));
        }
        return verifier.finish();
    }
}
