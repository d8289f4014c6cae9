package io.countersign.wire.mapping;

import io.countersign.domain.id.AccountId;
import io.countersign.schema.sightings.Sighting;
import io.countersign.wire.message.Octets;
import io.countersign.wire.message.SightingMessage;

/** Values of the topic of sightings. */
public final class SightingMapping {

    public static final AvroMapping<SightingMessage, Sighting> AVRO = new AvroMapping<>(
            Sighting.class, Sighting.getClassSchema(), SightingMapping::toAvro, SightingMapping::fromAvro);

    private SightingMapping() {}

    private static Sighting toAvro(SightingMessage message) {
        return new Sighting(
                message.destinationKey().toBuffer(), message.account().value(), message.at());
    }

    private static SightingMessage fromAvro(Sighting avro) {
        return new SightingMessage(
                Octets.of(avro.getDestinationKey()), new AccountId(avro.getAccountId()), avro.getAt());
    }
}
