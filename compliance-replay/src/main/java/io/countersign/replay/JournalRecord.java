package io.countersign.replay;

import io.countersign.wire.codec.Read;
import io.countersign.wire.message.JournalMessage;
import io.countersign.wire.message.Octets;

/**
 * One record of the journal as it stands in the log.
 *
 * @param key the account that it is filed under
 * @param octets the value, header included
 */
public record JournalRecord(int partition, long offset, String key, Octets octets, Read<JournalMessage> read) {

    /** For a person. */
    String position() {
        return "partition %d offset %d".formatted(partition, offset);
    }
}
