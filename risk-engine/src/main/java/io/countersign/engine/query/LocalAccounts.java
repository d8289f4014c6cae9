package io.countersign.engine.query;

import io.countersign.domain.id.AccountId;
import java.util.Optional;

/** The stores of this engine. */
interface LocalAccounts {

    /** Where an account is, as far as the last assignment tells; empty while there is none. */
    Optional<Placement> placementOf(AccountId account);

    /** From the store that this engine decides on; empty when it does not, or not yet. */
    Optional<LocalAnswer> active(AccountId account, int partition);

    /** From whatever copy is here; empty when there is none. */
    Optional<LocalAnswer> copy(AccountId account, int partition);
}
