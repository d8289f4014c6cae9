package io.countersign.gateway.api;

import io.countersign.domain.control.ControlChange.UnfreezeAccount;
import io.countersign.domain.id.ControlId;
import org.jspecify.annotations.Nullable;

/** Reads what lifts a freeze. */
final class Lifts {

    private Lifts() {}

    static UnfreezeAccount of(String id, Bodies.@Nullable ReasonBody body) {
        String reason = Bodies.reason(Bodies.required(body).reason());
        return new UnfreezeAccount(control(id, "a freeze"), reason);
    }

    static ControlId control(String id, String of) {
        try {
            return new ControlId(id);
        } catch (IllegalArgumentException e) {
            throw Bodies.invalid("id: send the id of %s, as it is listed".formatted(of));
        }
    }
}
