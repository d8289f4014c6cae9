package io.countersign.replay;

import io.countersign.wire.codec.Read;
import io.countersign.wire.message.CheckpointMessage;

/** One record of the topic of checkpoints as it stands in the log. */
public record CheckpointRecord(int partition, long offset, Read<CheckpointMessage> read) {

    /** For a person. */
    String position() {
        return "partition %d offset %d".formatted(partition, offset);
    }
}
