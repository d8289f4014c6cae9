package io.countersign.wire.mapping;

import io.countersign.schema.tallies.Tally;
import io.countersign.wire.message.TallyMessage;

/** Values of the topic of tallies. */
public final class TallyMapping {

    public static final AvroMapping<TallyMessage, Tally> AVRO =
            new AvroMapping<>(Tally.class, Tally.getClassSchema(), TallyMapping::toAvro, TallyMapping::fromAvro);

    private TallyMapping() {}

    private static Tally toAvro(TallyMessage message) {
        return new Tally(
                message.policyVersion(),
                FreezeMapping.toAvro(message.endpoints()),
                message.windowStart(),
                message.decided(),
                message.rejected());
    }

    private static TallyMessage fromAvro(Tally avro) {
        return new TallyMessage(
                avro.getPolicyVersion(),
                FreezeMapping.fromAvro(avro.getEndpoints()),
                avro.getWindowStart(),
                avro.getDecided(),
                avro.getRejected());
    }
}
