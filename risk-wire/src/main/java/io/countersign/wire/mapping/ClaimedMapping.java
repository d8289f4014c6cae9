package io.countersign.wire.mapping;

import io.countersign.schema.claimed.Claimed;
import io.countersign.wire.message.ClaimResult;
import io.countersign.wire.message.ClaimedMessage;

/** Values of the topic of what became of claims. */
public final class ClaimedMapping {

    public static final AvroMapping<ClaimedMessage, Claimed> AVRO = new AvroMapping<>(
            Claimed.class, Claimed.getClassSchema(), ClaimedMapping::toAvro, ClaimedMapping::fromAvro);

    private ClaimedMapping() {}

    private static Claimed toAvro(ClaimedMessage message) {
        return new Claimed(
                ControlMapping.AVRO.toAvro().apply(message.control()),
                io.countersign.schema.claimed.ClaimResult.valueOf(
                        message.result().name()),
                message.grant());
    }

    private static ClaimedMessage fromAvro(Claimed avro) {
        return new ClaimedMessage(
                ControlMapping.AVRO.fromAvro().apply(avro.getControl()),
                ClaimResult.valueOf(avro.getClaimResult().name()),
                avro.getGrant());
    }
}
