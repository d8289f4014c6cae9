package io.countersign.wire.mapping;

import io.countersign.domain.control.Authority;
import io.countersign.domain.control.EndpointClass;
import io.countersign.domain.control.Freeze;
import io.countersign.domain.control.FreezeScope;
import io.countersign.domain.id.ControlId;
import io.countersign.domain.money.Asset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Freezes and by what right they were placed, which several topics share. */
final class FreezeMapping {

    private FreezeMapping() {}

    static List<io.countersign.schema.common.Freeze> toAvro(List<Freeze> freezes) {
        return freezes.stream().map(FreezeMapping::toAvro).toList();
    }

    static List<Freeze> fromAvro(List<io.countersign.schema.common.Freeze> avro) {
        return avro.stream().map(FreezeMapping::fromAvro).toList();
    }

    static io.countersign.schema.common.FreezeScope toAvro(FreezeScope scope) {
        return switch (scope) {
            case FreezeScope.Everything everything -> new io.countersign.schema.common.FreezeScope(null, null);
            case FreezeScope.OfEndpoints of ->
                new io.countersign.schema.common.FreezeScope(toAvro(of.endpoints()), null);
            case FreezeScope.OfAsset of ->
                new io.countersign.schema.common.FreezeScope(null, of.asset().code());
        };
    }

    /** What no scope was told of stops everything. */
    static FreezeScope fromAvro(io.countersign.schema.common.@Nullable FreezeScope avro) {
        if (avro == null) {
            return new FreezeScope.Everything();
        }
        io.countersign.schema.common.EndpointClass endpoints = avro.getEndpoints();
        String asset = avro.getAsset();
        if (endpoints != null && asset != null) {
            throw new IllegalArgumentException("a freeze is of a class of endpoints or of an asset, not of both");
        }
        if (endpoints != null) {
            return new FreezeScope.OfEndpoints(fromAvro(endpoints));
        }
        return asset == null ? new FreezeScope.Everything() : new FreezeScope.OfAsset(new Asset(asset));
    }

    static io.countersign.schema.common.EndpointClass toAvro(EndpointClass endpoints) {
        return io.countersign.schema.common.EndpointClass.valueOf(endpoints.name());
    }

    static EndpointClass fromAvro(io.countersign.schema.common.EndpointClass avro) {
        return EndpointClass.valueOf(avro.name());
    }

    static io.countersign.schema.common.Authority toAvro(Authority authority) {
        return io.countersign.schema.common.Authority.valueOf(authority.name());
    }

    static Authority fromAvro(io.countersign.schema.common.Authority avro) {
        return Authority.valueOf(avro.name());
    }

    private static io.countersign.schema.common.Freeze toAvro(Freeze freeze) {
        return new io.countersign.schema.common.Freeze(
                freeze.id().value(),
                toAvro(freeze.scope()),
                freeze.reason(),
                freeze.placedBy(),
                freeze.at(),
                freeze.until());
    }

    private static Freeze fromAvro(io.countersign.schema.common.Freeze avro) {
        return new Freeze(
                new ControlId(avro.getControlId()),
                fromAvro(avro.getScope()),
                avro.getReason(),
                avro.getPlacedBy(),
                avro.getAt(),
                avro.getUntil());
    }
}
