package io.countersign.wire.mapping;

import io.countersign.domain.control.EndpointClass;
import io.countersign.schema.state.GuardCount;
import io.countersign.wire.message.GuardState;
import java.util.EnumMap;
import java.util.Map;

/** Values of the engine's store of tallies. */
public final class GuardStateMapping {

    public static final AvroMapping<GuardState, io.countersign.schema.state.GuardState> AVRO = new AvroMapping<>(
            io.countersign.schema.state.GuardState.class,
            io.countersign.schema.state.GuardState.getClassSchema(),
            GuardStateMapping::toAvro,
            GuardStateMapping::fromAvro);

    private GuardStateMapping() {}

    private static io.countersign.schema.state.GuardState toAvro(GuardState state) {
        return new io.countersign.schema.state.GuardState(
                state.windowStart(),
                state.counts().entrySet().stream()
                        .map(each -> new GuardCount(
                                FreezeMapping.toAvro(each.getKey()),
                                each.getValue().decided(),
                                each.getValue().rejected()))
                        .toList(),
                state.alerted());
    }

    private static GuardState fromAvro(io.countersign.schema.state.GuardState avro) {
        Map<EndpointClass, GuardState.Count> counts = new EnumMap<>(EndpointClass.class);
        avro.getCounts()
                .forEach(each -> counts.put(
                        FreezeMapping.fromAvro(each.getEndpoints()),
                        new GuardState.Count(each.getDecided(), each.getRejected())));
        return new GuardState(avro.getWindowStart(), counts, avro.getAlerted());
    }
}
