package io.countersign.wire.chain;

import io.countersign.wire.message.Octets;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The journal of one partition up to one entry: how many entries, and the one hash that hangs on each of them and on their
 * order.
 *
 * @param entries 0 or more
 * @param runningHash SHA-256 of the running hash before and the hash of the entry, 32 octets
 */
public record PartitionChain(long entries, Octets runningHash) {

    private static final byte[] GENESIS = "countersign/journal-partition/v1/".getBytes(StandardCharsets.US_ASCII);

    /** What stands before the first entry of a {@code partition}. */
    public static PartitionChain genesis(int partition) {
        byte[] number = ByteBuffer.allocate(Integer.BYTES).putInt(partition).array();
        return new PartitionChain(0, Octets.of(Sha256.of(GENESIS, number)));
    }

    /** With one entry more, which is the record value {@code framed}; its first {@code headerLength} octets do not count. */
    public PartitionChain next(byte[] framed, int headerLength) {
        return next(JournalChain.next(framed, headerLength));
    }

    /** With one entry more, whose own hash is {@code entry}, 32 octets. */
    public PartitionChain next(Octets entry) {
        return new PartitionChain(entries + 1, Octets.of(Sha256.of(runningHash.toBytes(), entry.toBytes())));
    }
}
