package io.countersign.gateway.api;

import io.countersign.domain.control.ControlChange.UnfreezeAccount;
import io.countersign.domain.id.ControlId;
import org.jspecify.annotations.Nullable;

/** Reads what lifts a freeze. */
final class Lifts {

    private Lifts() {}

    static UnfreezeAccount of(String id, Bodies.@Nullable ReasonBody body) {
        String reason = Bodies.reason(Bodies.required(body).reason());
        try {
            return new UnfreezeAccount(new ControlId(id), reason);
        } catch (IllegalArgumentException e) {
            throw Bodies.invalid("id: send the id of a freeze, as it is listed");
        }
    }
}
