package io.countersign.wire.mapping;

import io.countersign.schema.deadletters.DeadLetter;
import io.countersign.wire.message.DeadLetterMessage;

/** Values of the topic of dead letters. */
public final class DeadLetterMapping {

    public static final AvroMapping<DeadLetterMessage, DeadLetter> AVRO = new AvroMapping<>(
            DeadLetter.class, DeadLetter.getClassSchema(), DeadLetterMapping::toAvro, DeadLetterMapping::fromAvro);

    private DeadLetterMapping() {}

    private static DeadLetter toAvro(DeadLetterMessage message) {
        return new DeadLetter(
                message.topic(),
                message.partition(),
                message.offset(),
                message.refusedBy(),
                message.reason(),
                FactsMapping.toAvro(message.key()),
                FactsMapping.toAvro(message.value()));
    }

    private static DeadLetterMessage fromAvro(DeadLetter avro) {
        return new DeadLetterMessage(
                avro.getTopic(),
                avro.getPartition(),
                avro.getOffset(),
                avro.getRefusedBy(),
                avro.getReason(),
                FactsMapping.fromAvro(avro.getKey()),
                FactsMapping.fromAvro(avro.getValue()));
    }
}
