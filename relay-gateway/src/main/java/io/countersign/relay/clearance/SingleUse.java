package io.countersign.relay.clearance;

import io.countersign.domain.id.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * The requests that this process has dealt with. A copy of an approval further down the topic is not sent again, and its lapsed
 * deadline does not pass for an outcome of the one that was sent. For one thread.
 */
public final class SingleUse {

    /**
     * How long after its deadline an approval that is not remembered was surely not sent. A relay that starts reads back five minutes
     * of what was claimed: a minute less is what is certain, as signatures live for one, and another is for clocks and disorder.
     */
    public static final Duration CERTAINTY = Duration.ofMinutes(3);

    /** How long after its deadline a request is remembered. */
    public static final Duration MEMORY = Duration.ofMinutes(10);

    /** Nothing signed lives longer, whatever a record says. */
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(2);

    private final Set<RequestId> used = new HashSet<>();
    private final Deque<Use> inOrder = new ArrayDeque<>();

    /** Whether {@code id} is used for the first time. */
    public boolean claim(RequestId id, Instant deadline, Instant now) {
        forgetBefore(now);
        if (!used.add(id)) {
            return false;
        }
        Instant longest = now.plus(LONGEST_LIFE);
        Instant life = deadline.isAfter(longest) ? longest : deadline;
        inOrder.add(new Use(id, life.plus(MEMORY)));
        return true;
    }

    int remembered() {
        return used.size();
    }

    private void forgetBefore(Instant now) {
        while (!inOrder.isEmpty() && inOrder.peek().until().isBefore(now)) {
            used.remove(inOrder.remove().id());
        }
    }

    private record Use(RequestId id, Instant until) {}
}
