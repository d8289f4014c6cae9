package io.countersign.wire.mapping;

import io.countersign.schema.checkpoints.Checkpoint;
import io.countersign.wire.message.CheckpointBody;
import io.countersign.wire.message.CheckpointMessage;
import io.countersign.wire.message.Octets;

/** Values of the topic of checkpoints. */
public final class CheckpointMapping {

    public static final AvroMapping<CheckpointMessage, Checkpoint> AVRO = new AvroMapping<>(
            Checkpoint.class, Checkpoint.getClassSchema(), CheckpointMapping::toAvro, CheckpointMapping::fromAvro);

    private CheckpointMapping() {}

    private static Checkpoint toAvro(CheckpointMessage message) {
        CheckpointBody body = message.body();
        return new Checkpoint(
                body.partition(),
                body.entries(),
                body.runningHash().toBuffer(),
                body.at(),
                message.signature().toBuffer());
    }

    private static CheckpointMessage fromAvro(Checkpoint avro) {
        CheckpointBody body = new CheckpointBody(
                avro.getPartition(), avro.getEntries(), Octets.of(avro.getRunningHash()), avro.getAt());
        return new CheckpointMessage(body, Octets.of(avro.getSignature()));
    }
}
