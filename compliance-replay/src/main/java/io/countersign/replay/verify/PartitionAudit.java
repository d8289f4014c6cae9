package io.countersign.replay.verify;

import io.countersign.replay.source.LogRecord;
import io.countersign.replay.source.Records;
import io.countersign.wire.chain.PartitionChain;
import io.countersign.wire.codec.Read;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.message.CheckpointBody;
import io.countersign.wire.message.CheckpointMessage;
import io.countersign.wire.message.Octets;
import io.countersign.wire.sign.CountersignatureVerifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One partition's journal against its checkpoints, which are read as the journal reaches them. Tells the first checkpoint that is
 * none, and the first one that the journal does not fit: what follows either says nothing.
 */
final class PartitionAudit {

    private static final String JOURNAL = "journal";

    private final int partition;
    private final TopicCodec<CheckpointMessage> codec;
    private final Records records;
    private final @Nullable CountersignatureVerifier engine;

    private PartitionChain chain;

    /** The next checkpoint that can be believed; null when there is none any more. */
    private @Nullable Ahead ahead;

    private boolean begun;
    private long believed;
    private long checkpoints;
    private long covered;
    private @Nullable Discrepancy checkpoint;
    private @Nullable Discrepancy journal;

    private record Ahead(long offset, PartitionChain chain) {}

    PartitionAudit(
            int partition,
            TopicCodec<CheckpointMessage> codec,
            Records records,
            @Nullable CountersignatureVerifier engine) {
        this.partition = partition;
        this.codec = codec;
        this.records = records;
        this.engine = engine;
        this.chain = PartitionChain.genesis(partition);
    }

    long checkpoints() {
        return checkpoints;
    }

    PartitionChain chain() {
        return chain;
    }

    /** How many entries are under a checkpoint that they fit. */
    long covered() {
        return covered;
    }

    List<Discrepancy> discrepancies() {
        return Stream.of(Optional.ofNullable(checkpoint), Optional.ofNullable(journal))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The next entry, and its own hash. */
    void take(LogRecord record, Octets hash) {
        if (!begun) {
            begun = true;
            ahead = nextCheckpoint();
        }
        chain = chain.next(hash);
        Ahead next = ahead;
        if (journal != null || next == null || next.chain().entries() != chain.entries()) {
            return;
        }
        if (next.chain().equals(chain)) {
            covered = chain.entries();
        } else {
            journal = new Discrepancy(
                    JOURNAL,
                    record.position(),
                    "running hash, which differs somewhere in the entries %d to %d of the partition"
                            .formatted(covered + 1, chain.entries()),
                    Hex.of(chain.runningHash()),
                    Hex.of(next.chain().runningHash()) + " by the checkpoint at offset " + next.offset());
        }
        ahead = nextCheckpoint();
    }

    /** The journal has come to its end, or its reading has when {@code cut}. */
    void finish(boolean cut) {
        Ahead last = begun ? ahead : nextCheckpoint();
        boolean more = last != null;
        for (Ahead next = last; next != null; next = nextCheckpoint()) {
            last = next;
        }
        if (journal == null && more && last != null && !cut) {
            journal = new Discrepancy(
                    JOURNAL,
                    "end of partition " + partition,
                    "truncated: entries",
                    Long.toString(chain.entries()),
                    "%d or more by the checkpoint at offset %d"
                            .formatted(last.chain().entries(), last.offset()));
        }
    }

    private @Nullable Ahead nextCheckpoint() {
        for (LogRecord record = records.next(); record != null; record = records.next()) {
            checkpoints++;
            Ahead next = trust(record);
            if (next != null) {
                believed = next.chain().entries();
                return next;
            }
        }
        return null;
    }

    private @Nullable Ahead trust(LogRecord record) {
        return switch (codec.read(record.value())) {
            case Read.Unreadable<CheckpointMessage> none -> distrust(record, "value", none.reason(), "a checkpoint");
            case Read.Value<CheckpointMessage> some -> trust(record, some.value());
        };
    }

    private @Nullable Ahead trust(LogRecord record, CheckpointMessage message) {
        CheckpointBody body = message.body();
        if (engine != null && !engine.isGenuine(message)) {
            return distrust(record, "signature", Hex.of(message.signature()), "one of the engine's over every field");
        }
        if (body.partition() != partition) {
            return distrust(record, "partition", Integer.toString(body.partition()), Integer.toString(partition));
        }
        if (body.entries() <= believed) {
            return distrust(record, "entries", Long.toString(body.entries()), "more than the " + believed + " before");
        }
        return new Ahead(record.offset(), new PartitionChain(body.entries(), body.runningHash()));
    }

    /** Null, for whoever asked. */
    private @Nullable Ahead distrust(LogRecord record, String what, String recorded, String expected) {
        if (checkpoint == null) {
            checkpoint = new Discrepancy("checkpoint", record.position(), what, recorded, expected);
        }
        return null;
    }
}
