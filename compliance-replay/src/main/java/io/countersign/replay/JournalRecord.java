package io.countersign.replay;

import io.countersign.wire.codec.Read;
import io.countersign.wire.message.JournalMessage;
import io.countersign.wire.message.Octets;

/**
 * One record of the journal as it stands in the log.
 *
 * @param position for a person, for example partition 3 offset 17
 * @param key the account that it is filed under
 * @param octets the value, header included
 */
public record JournalRecord(String position, String key, Octets octets, Read<JournalMessage> read) {}
