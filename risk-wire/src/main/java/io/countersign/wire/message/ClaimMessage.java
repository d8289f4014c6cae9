package io.countersign.wire.message;

import io.countersign.domain.control.Control;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ConnectionId;

/** What an account tells about a connection, on its way to who knows the connections of all accounts. */
public sealed interface ClaimMessage {

    ConnectionId connection();

    /** A person wants a connection bound, or unbound. */
    record Asked(Control control) implements ClaimMessage {

        public Asked {
            connectionOf(control);
        }

        @Override
        public ConnectionId connection() {
            return connectionOf(control);
        }
    }

    /**
     * The account no longer has the connection, and every earlier grant reached it.
     *
     * @param grant the one that ends
     */
    record Released(AccountId account, ConnectionId connection, long grant) implements ClaimMessage {}

    /** The connection that {@code control} binds or unbinds. */
    static ConnectionId connectionOf(Control control) {
        if (control.change() instanceof ControlChange.BindConnection bind) {
            return bind.connection();
        }
        if (control.change() instanceof ControlChange.UnbindConnection unbind) {
            return unbind.connection();
        }
        throw new IllegalArgumentException("a claim binds or unbinds a connection");
    }
}
