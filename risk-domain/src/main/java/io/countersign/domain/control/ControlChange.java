package io.countersign.domain.control;

import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.request.Destination;

/** What a control changes on its account. */
public sealed interface ControlChange {

    /** Puts a destination on the address book. */
    record AddAddress(Destination destination) implements ControlChange {}

    /** Takes a destination off the address book. */
    record RemoveAddress(Destination destination) implements ControlChange {}

    /** Binds an API key to the account. */
    record BindConnection(ConnectionId connection) implements ControlChange {}

    /** Unbinds an API key from the account. */
    record UnbindConnection(ConnectionId connection) implements ControlChange {}

    /** Stops every request of the account. */
    record FreezeAccount(String reason) implements ControlChange {}

    /** Lifts the account's freeze. */
    record UnfreezeAccount(String reason) implements ControlChange {}
}
