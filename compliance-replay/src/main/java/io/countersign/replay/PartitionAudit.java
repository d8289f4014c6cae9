package io.countersign.replay;

import io.countersign.wire.chain.PartitionChain;
import io.countersign.wire.codec.Read;
import io.countersign.wire.message.CheckpointBody;
import io.countersign.wire.message.CheckpointMessage;
import io.countersign.wire.sign.CountersignatureVerifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One partition's journal against its checkpoints, all of which must be there before the first entry comes. Tells the first
 * checkpoint that is none, and the first one that the journal does not fit: what follows either says nothing.
 */
final class PartitionAudit {

    private static final String JOURNAL = "journal";

    private final int partition;
    private final int headerLength;
    private final @Nullable CountersignatureVerifier engine;

    /** The checkpoints that the journal has yet to reach. */
    private final Deque<Ahead> ahead = new ArrayDeque<>();

    private PartitionChain chain;
    private long checkpoints;
    private long covered;
    private @Nullable Discrepancy checkpoint;
    private @Nullable Discrepancy journal;

    private record Ahead(long offset, PartitionChain chain) {}

    PartitionAudit(int partition, int headerLength, @Nullable CountersignatureVerifier engine) {
        this.partition = partition;
        this.headerLength = headerLength;
        this.engine = engine;
        this.chain = PartitionChain.genesis(partition);
    }

    int partition() {
        return partition;
    }

    long checkpoints() {
        return checkpoints;
    }

    long entries() {
        return chain.entries();
    }

    /** How many entries are under a checkpoint that they fit. */
    long covered() {
        return covered;
    }

    Stream<Discrepancy> discrepancies() {
        return Stream.of(Optional.ofNullable(checkpoint), Optional.ofNullable(journal))
                .flatMap(Optional::stream);
    }

    void take(CheckpointRecord record) {
        checkpoints++;
        switch (record.read()) {
            case Read.Unreadable<CheckpointMessage> none -> distrust(record, "value", none.reason(), "a checkpoint");
            case Read.Value<CheckpointMessage> some -> trust(record, some.value());
        }
    }

    private void trust(CheckpointRecord record, CheckpointMessage message) {
        CheckpointBody body = message.body();
        Ahead last = ahead.peekLast();
        long before = last == null ? 0 : last.chain().entries();
        if (engine != null && !engine.isGenuine(message)) {
            distrust(record, "signature", Hex.of(message.signature()), "one of the engine's over every field");
        } else if (body.partition() != partition) {
            distrust(record, "partition", Integer.toString(body.partition()), Integer.toString(partition));
        } else if (body.entries() <= before) {
            distrust(record, "entries", Long.toString(body.entries()), "more than the " + before + " before");
        } else {
            ahead.addLast(new Ahead(record.offset(), new PartitionChain(body.entries(), body.runningHash())));
        }
    }

    void take(JournalRecord record) {
        chain = chain.next(record.octets().toBytes(), headerLength);
        Ahead next = ahead.peekFirst();
        if (journal != null || next == null || next.chain().entries() != chain.entries()) {
            return;
        }
        ahead.removeFirst();
        if (next.chain().equals(chain)) {
            covered = chain.entries();
            return;
        }
        journal = new Discrepancy(
                JOURNAL,
                record.position(),
                "running hash, which differs somewhere in the entries %d to %d of the partition"
                        .formatted(covered + 1, chain.entries()),
                Hex.of(chain.runningHash()),
                Hex.of(next.chain().runningHash()) + " by the checkpoint at offset " + next.offset());
    }

    /** The journal has come to its end. */
    void finish() {
        Ahead last = ahead.peekLast();
        if (journal == null && last != null) {
            journal = new Discrepancy(
                    JOURNAL,
                    "end of partition " + partition,
                    "truncated: entries",
                    Long.toString(chain.entries()),
                    "%d or more by the checkpoint at offset %d"
                            .formatted(last.chain().entries(), last.offset()));
        }
    }

    private void distrust(CheckpointRecord record, String what, String recorded, String expected) {
        if (checkpoint == null) {
            checkpoint = new Discrepancy("checkpoint", record.position(), what, recorded, expected);
        }
    }
}
