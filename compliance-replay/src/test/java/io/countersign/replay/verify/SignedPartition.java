package io.countersign.replay.verify;

import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.testing.Samples;
import io.countersign.replay.MemorySource;
import io.countersign.wire.chain.JournalChain;
import io.countersign.wire.chain.PartitionChain;
import io.countersign.wire.codec.Read;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.message.CheckpointBody;
import io.countersign.wire.message.CheckpointMessage;
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

    private static final TopicCodec<CheckpointMessage> CODEC =
            new TopicCodec<>(Topics.CHECKPOINTS, MemorySource.FRAMING);

    final List<byte[]> journal;
    final List<byte[]> checkpoints = new ArrayList<>();

    private SignedPartition(List<byte[]> journal) {
        this.journal = journal;
    }

    static SignedPartition of(List<AccountEvent> events, Countersigner engine) {
        SignedPartition partition = new SignedPartition(Journals.chained(events));
        PartitionChain chain = PartitionChain.genesis(NUMBER);
        for (byte[] entry : partition.journal) {
            chain = chain.next(entry, MemorySource.FRAMING.headerLength());
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

    Held verify(@Nullable CountersignatureVerifier engine) {
        MemorySource source = new MemorySource(NUMBER + 1);
        checkpoints.forEach(each -> source.addCheckpoint(NUMBER, each, Samples.NOON));
        journal.forEach(each -> source.addEntry(NUMBER, Samples.ALICE.value(), each, Samples.NOON));
        PartitionAudit audit = new PartitionAudit(NUMBER, CODEC, source.checkpoints(NUMBER), engine);
        source.entries(NUMBER)
                .forEach(each ->
                        audit.take(each, JournalChain.next(each.octets(), MemorySource.FRAMING.headerLength())));
        audit.finish(false);
        return new Held(audit.checkpoints(), audit.chain().entries(), audit.covered(), audit.discrepancies());
    }

    /** What came of it. */
    record Held(long checkpoints, long entries, long covered, List<Discrepancy> discrepancies) {
        long uncovered() {
            return entries - covered;
        }
    }
}
