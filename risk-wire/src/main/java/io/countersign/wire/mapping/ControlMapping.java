package io.countersign.wire.mapping;

import io.countersign.domain.control.Control;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.id.ControlId;
import io.countersign.schema.controls.AddAddress;
import io.countersign.schema.controls.BindConnection;
import io.countersign.schema.controls.FreezeAccount;
import io.countersign.schema.controls.RemoveAddress;
import io.countersign.schema.controls.UnbindConnection;
import io.countersign.schema.controls.UnfreezeAccount;

/** Values of the topic of controls. */
public final class ControlMapping {

    public static final AvroMapping<Control, io.countersign.schema.controls.Control> AVRO = new AvroMapping<>(
            io.countersign.schema.controls.Control.class,
            io.countersign.schema.controls.Control.getClassSchema(),
            ControlMapping::toAvro,
            ControlMapping::fromAvro);

    private ControlMapping() {}

    private static io.countersign.schema.controls.Control toAvro(Control control) {
        return new io.countersign.schema.controls.Control(
                control.id().value(), control.account().value(), control.requestedBy(), toAvro(control.change()));
    }

    private static Control fromAvro(io.countersign.schema.controls.Control avro) {
        return new Control(
                new ControlId(avro.getControlId()),
                new AccountId(avro.getAccountId()),
                avro.getRequestedBy(),
                fromAvro(avro.getChange()));
    }

    private static Object toAvro(ControlChange change) {
        return switch (change) {
            case ControlChange.AddAddress c -> new AddAddress(FactsMapping.toAvro(c.destination()));
            case ControlChange.RemoveAddress c -> new RemoveAddress(FactsMapping.toAvro(c.destination()));
            case ControlChange.BindConnection c ->
                new BindConnection(c.connection().fingerprint());
            case ControlChange.UnbindConnection c ->
                new UnbindConnection(c.connection().fingerprint());
            case ControlChange.FreezeAccount c -> new FreezeAccount(c.reason());
            case ControlChange.UnfreezeAccount c -> new UnfreezeAccount(c.reason());
        };
    }

    private static ControlChange fromAvro(Object change) {
        return switch (change) {
            case AddAddress c -> new ControlChange.AddAddress(FactsMapping.fromAvro(c.getDestination()));
            case RemoveAddress c -> new ControlChange.RemoveAddress(FactsMapping.fromAvro(c.getDestination()));
            case BindConnection c -> new ControlChange.BindConnection(new ConnectionId(c.getConnection()));
            case UnbindConnection c -> new ControlChange.UnbindConnection(new ConnectionId(c.getConnection()));
            case FreezeAccount c -> new ControlChange.FreezeAccount(c.getReason());
            case UnfreezeAccount c -> new ControlChange.UnfreezeAccount(c.getReason());
            default ->
                throw new IllegalArgumentException(
                        "unknown change " + change.getClass().getSimpleName());
        };
    }
}
