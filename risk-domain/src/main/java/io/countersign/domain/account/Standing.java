package io.countersign.domain.account;

import io.countersign.domain.control.Freeze;
import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.id.ControlId;
import io.countersign.domain.request.Destination;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people have set on an account.
 *
 * @param addressBook destinations with the instant they were added
 * @param connections API keys that are bound to the account
 * @param tier of the policy that the account is in; null for none
 * @param freezes by the control that placed them; those that ended by themselves may still be here
 * @param erasure null while nobody asked for one
 */
public record Standing(
        Map<Destination, Instant> addressBook,
        Map<ConnectionId, Connection> connections,
        @Nullable String tier,
        Map<ControlId, Freeze> freezes,
        @Nullable Erasure erasure) {

    /** More destinations than a person keeps apart. The whole account is written at each decision, so everything in it is bounded. */
    public static final int MOST_ADDRESSES = 500;

    /** More phones than a person has. */
    public static final int MOST_CONNECTIONS = 50;

    /** More freezes at once than anybody could lift. */
    public static final int MOST_FREEZES = 100;

    static final Standing NONE = new Standing(Map.of(), Map.of(), null, Map.of(), null);

    public Standing {
        addressBook = Ordered.copy(addressBook);
        connections = Ordered.copy(connections);
        freezes = Ordered.copy(freezes);
    }

    /** The freezes that hold at {@code now}. */
    public List<Freeze> freezesAt(Instant now) {
        return freezes.values().stream().filter(each -> each.holds(now)).toList();
    }

    /** Whether the account was erased: all that is asked of it is refused. */
    public boolean isErased() {
        return erasure instanceof Erasure.Done;
    }

    Standing erasing(Erasure.Asked asked) {
        return new Standing(addressBook, connections, tier, freezes, asked);
    }

    static Standing erased(Instant at) {
        return new Standing(Map.of(), Map.of(), null, Map.of(), new Erasure.Done(at));
    }

    Standing withAddress(Destination destination, Instant at) {
        return new Standing(Ordered.added(addressBook, destination, at), connections, tier, freezes, erasure);
    }

    Standing withoutAddress(Destination destination) {
        return new Standing(Ordered.removed(addressBook, destination), connections, tier, freezes, erasure);
    }

    Standing withConnection(ConnectionId id, Connection connection) {
        return new Standing(addressBook, Ordered.added(connections, id, connection), tier, freezes, erasure);
    }

    Standing withoutConnection(ConnectionId id) {
        return new Standing(addressBook, Ordered.removed(connections, id), tier, freezes, erasure);
    }

    Standing withTier(@Nullable String next) {
        return new Standing(addressBook, connections, next, freezes, erasure);
    }

    /** A new freeze pushes out those that ended by themselves. */
    Standing frozen(Freeze freeze) {
        Map<ControlId, Freeze> kept = Ordered.keeping(freezes, each -> each.holds(freeze.at()));
        return new Standing(addressBook, connections, tier, Ordered.added(kept, freeze.id(), freeze), erasure);
    }

    Standing unfrozen(@Nullable ControlId freeze) {
        Map<ControlId, Freeze> next = freeze == null ? Map.of() : Ordered.removed(freezes, freeze);
        return new Standing(addressBook, connections, tier, next, erasure);
    }
}
