package io.countersign.wire.mapping;

import io.countersign.domain.control.Control;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ConfirmationId;
import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.id.ControlId;
import io.countersign.schema.controls.AddAddress;
import io.countersign.schema.controls.AssignTier;
import io.countersign.schema.controls.BindConnection;
import io.countersign.schema.controls.ConfirmIntent;
import io.countersign.schema.controls.ConfirmPolicy;
import io.countersign.schema.controls.EraseAccount;
import io.countersign.schema.controls.FreezeAccount;
import io.countersign.schema.controls.ProposePolicy;
import io.countersign.schema.controls.RemoveAddress;
import io.countersign.schema.controls.ShadowPolicy;
import io.countersign.schema.controls.UnbindConnection;
import io.countersign.schema.controls.UnfreezeAccount;
import org.jspecify.annotations.Nullable;

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
                control.id().value(),
                control.account().value(),
                control.requestedBy(),
                toAvro(control.change()),
                FreezeMapping.toAvro(control.authority()));
    }

    private static Control fromAvro(io.countersign.schema.controls.Control avro) {
        return new Control(
                new ControlId(avro.getControlId()),
                new AccountId(avro.getAccountId()),
                avro.getRequestedBy(),
                FreezeMapping.fromAvro(avro.getAuthority()),
                fromAvro(avro.getChange()));
    }

    private static Object toAvro(ControlChange change) {
        return switch (change) {
            case ControlChange.AddAddress c -> new AddAddress(FactsMapping.toAvro(c.destination()));
            case ControlChange.RemoveAddress c -> new RemoveAddress(FactsMapping.toAvro(c.destination()));
            case ControlChange.BindConnection c ->
                new BindConnection(c.connection().fingerprint(), c.publicKey());
            case ControlChange.UnbindConnection c ->
                new UnbindConnection(c.connection().fingerprint());
            case ControlChange.FreezeAccount c ->
                new FreezeAccount(c.reason(), FreezeMapping.toAvro(c.scope()), c.until());
            case ControlChange.UnfreezeAccount c -> new UnfreezeAccount(c.reason(), value(c.freeze()));
            case ControlChange.EraseAccount c -> new EraseAccount(c.reason(), value(c.asked()));
            case ControlChange.AssignTier c -> new AssignTier(c.tier());
            case ControlChange.ConfirmIntent c ->
                new ConfirmIntent(c.confirmation().value());
            case ControlChange.ProposePolicy c -> new ProposePolicy(c.yaml());
            case ControlChange.ConfirmPolicy c -> new ConfirmPolicy(c.version());
            case ControlChange.ShadowPolicy c -> new ShadowPolicy(c.version());
        };
    }

    private static ControlChange fromAvro(Object change) {
        return switch (change) {
            case AddAddress c -> new ControlChange.AddAddress(FactsMapping.fromAvro(c.getDestination()));
            case RemoveAddress c -> new ControlChange.RemoveAddress(FactsMapping.fromAvro(c.getDestination()));
            case BindConnection c ->
                new ControlChange.BindConnection(new ConnectionId(c.getConnection()), c.getPublicKey());
            case UnbindConnection c -> new ControlChange.UnbindConnection(new ConnectionId(c.getConnection()));
            case FreezeAccount c ->
                new ControlChange.FreezeAccount(FreezeMapping.fromAvro(c.getScope()), c.getReason(), c.getUntil());
            case UnfreezeAccount c -> new ControlChange.UnfreezeAccount(controlId(c.getFreezeId()), c.getReason());
            case EraseAccount c -> new ControlChange.EraseAccount(controlId(c.getAskedId()), c.getReason());
            case AssignTier c -> new ControlChange.AssignTier(c.getTier());
            case ConfirmIntent c -> new ControlChange.ConfirmIntent(new ConfirmationId(c.getConfirmationId()));
            case ProposePolicy c -> new ControlChange.ProposePolicy(c.getYaml());
            case ConfirmPolicy c -> new ControlChange.ConfirmPolicy(c.getVersion());
            case ShadowPolicy c -> new ControlChange.ShadowPolicy(c.getVersion());
            default ->
                throw new IllegalArgumentException(
                        "unknown change " + change.getClass().getSimpleName());
        };
    }

    static @Nullable String value(@Nullable ControlId id) {
        return id == null ? null : id.value();
    }

    static @Nullable ControlId controlId(@Nullable String value) {
        return value == null ? null : new ControlId(value);
    }
}
