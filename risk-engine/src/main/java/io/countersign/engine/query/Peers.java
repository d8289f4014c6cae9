package io.countersign.engine.query;

import io.countersign.domain.id.AccountId;
import java.util.Optional;

/** The other engines. */
interface Peers {

    /** What {@code host} says; empty when it does not say anything useful in time. */
    Optional<Found.Elsewhere> ask(String host, AccountId account);
}
