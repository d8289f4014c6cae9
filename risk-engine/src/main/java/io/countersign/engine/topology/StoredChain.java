package io.countersign.engine.topology;

import io.countersign.wire.chain.PartitionChain;
import io.countersign.wire.message.Octets;
import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * What the engine keeps of one partition of the journal.
 *
 * @param checkpointed how many entries the last checkpoint was over; 0 before the first
 */
record StoredChain(PartitionChain chain, long checkpointed) {

    private static final int HASH_LENGTH = 32;
    private static final int LENGTH = Long.BYTES + HASH_LENGTH + Long.BYTES;

    static StoredChain genesis(int partition) {
        return new StoredChain(PartitionChain.genesis(partition), 0);
    }

    /** With one entry more, whose own hash is {@code entry}. */
    StoredChain next(Octets entry) {
        return new StoredChain(chain.next(entry), checkpointed);
    }

    StoredChain underCheckpoint() {
        return new StoredChain(chain, chain.entries());
    }

    boolean isUnderCheckpoint() {
        return checkpointed == chain.entries();
    }

    /** Entries, running hash, entries under a checkpoint: 48 octets, which are nobody else's. */
    static Serde<StoredChain> serde() {
        return Serdes.serdeFrom((topic, stored) -> stored.toBytes(), (topic, octets) -> read(octets));
    }

    private byte[] toBytes() {
        return ByteBuffer.allocate(LENGTH)
                .putLong(chain.entries())
                .put(chain.runningHash().toBytes())
                .putLong(checkpointed)
                .array();
    }

    private static StoredChain read(byte[] octets) {
        if (octets.length != LENGTH) {
            throw new IllegalStateException("corrupt store of partition chains: %d octets".formatted(octets.length));
        }
        ByteBuffer buffer = ByteBuffer.wrap(octets);
        long entries = buffer.getLong();
        byte[] hash = new byte[HASH_LENGTH];
        buffer.get(hash);
        return new StoredChain(new PartitionChain(entries, Octets.of(hash)), buffer.getLong());
    }
}
