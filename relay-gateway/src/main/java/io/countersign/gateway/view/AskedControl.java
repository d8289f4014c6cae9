package io.countersign.gateway.view;

import io.countersign.domain.control.Control;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.id.AccountId;
import io.countersign.wire.chain.Sha256;
import io.countersign.wire.message.Octets;
import java.nio.charset.StandardCharsets;

/**
 * What somebody asked for, without its content.
 *
 * @param change the kind of change, in lower case
 * @param digest SHA-256 of the whole of it
 */
public record AskedControl(AccountId account, String requestedBy, String change, Octets digest) {

    static AskedControl of(Control control) {
        return new AskedControl(
                control.account(), control.requestedBy(), name(control.change()), digest(control.change()));
    }

    /** Whether {@code control} is the same again. */
    public boolean isSame(Control control) {
        return equals(of(control));
    }

    private static String name(ControlChange change) {
        return switch (change) {
            case ControlChange.AddAddress c -> "add-address";
            case ControlChange.RemoveAddress c -> "remove-address";
            case ControlChange.BindConnection c -> "bind-connection";
            case ControlChange.UnbindConnection c -> "unbind-connection";
            case ControlChange.FreezeAccount c -> "freeze";
            case ControlChange.UnfreezeAccount c -> "unfreeze";
            case ControlChange.EraseAccount c -> "erase";
            case ControlChange.AssignTier c -> "assign-tier";
            case ControlChange.ConfirmIntent c -> "confirm";
            case ControlChange.ProposePolicy c -> "propose-policy";
            case ControlChange.ConfirmPolicy c -> "confirm-policy";
            case ControlChange.ShadowPolicy c -> "shadow-policy";
        };
    }

    private static Octets digest(ControlChange change) {
        return Octets.of(Sha256.of(change.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
