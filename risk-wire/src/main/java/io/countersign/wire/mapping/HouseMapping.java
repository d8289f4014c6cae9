package io.countersign.wire.mapping;

import io.countersign.domain.account.House;

/** Values of the topic of the house. */
public final class HouseMapping {

    public static final AvroMapping<House, io.countersign.schema.house.House> AVRO = new AvroMapping<>(
            io.countersign.schema.house.House.class,
            io.countersign.schema.house.House.getClassSchema(),
            HouseMapping::toAvro,
            HouseMapping::fromAvro);

    private HouseMapping() {}

    private static io.countersign.schema.house.House toAvro(House house) {
        return new io.countersign.schema.house.House(
                FreezeMapping.toAvro(house.freezes()), house.livePolicy(), house.shadowPolicy());
    }

    private static House fromAvro(io.countersign.schema.house.House avro) {
        return new House(FreezeMapping.fromAvro(avro.getFreezes()), avro.getLivePolicy(), avro.getShadowPolicy());
    }
}
