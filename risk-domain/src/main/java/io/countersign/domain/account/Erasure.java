package io.countersign.domain.account;

import io.countersign.domain.id.ControlId;
import java.time.Instant;

/** How far the erasure of an account is. */
public sealed interface Erasure {

    /** One officer asked for it; the account is as it was. */
    record Asked(ControlId control, String by) implements Erasure {}

    /** Nothing is known of the account any more, and nothing will be. */
    record Done(Instant at) implements Erasure {}
}
