package io.countersign.relay.budget;

import io.countersign.domain.request.RequestFacts;
import io.countersign.relay.budget.Admission.Cause;
import io.countersign.relay.budget.Admission.HeldBack;
import io.countersign.relay.clearance.ClearedRequest;
import io.countersign.relay.egress.Attempt;
import io.countersign.relay.egress.BinanceClock;
import io.countersign.relay.egress.Sender;
import io.countersign.relay.telemetry.RelayMetrics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Sends what was claimed as soon as Binance's limits allow it. What moves funds goes now or not at all: if it waited here and this
 * relay died, nobody could tell that it never left. Everything else may wait for a moment; who has spent least goes first.
 */
public final class Dispatcher {

    private final Ways ways;
    private final Places places;
    private final Duration longestWait;
    private final List<Waiting> waiting = new ArrayList<>();
    private boolean closing;

    /** What a request passes on its way out. */
    public record Ways(Sender sender, Tariff tariff, Valve valve, BinanceClock clock, RelayMetrics metrics) {}

    public Dispatcher(Ways ways, Places places, Duration longestWait) {
        this.ways = ways;
        this.places = places;
        this.longestWait = longestWait;
        ways.metrics().watchWaiting(this::waiting);
    }

    /** Sends {@code request} or refuses to, soon; always completes normally. */
    public CompletableFuture<Attempt> dispatch(ClearedRequest request) {
        RequestFacts facts = request.facts();
        if (!places.take(facts)) {
            return CompletableFuture.completedFuture(refuse(new HeldBack(Cause.CROWD, ours())));
        }
        CompletableFuture<Attempt> attempt = new CompletableFuture<>();
        CompletableFuture<Void> ignored = attempt.thenRun(() -> places.giveBack(facts));
        Waiting arrival = new Waiting(request, ways.tariff().of(facts), ours(), attempt);
        switch (enter(arrival)) {
            case LEAVES -> send(arrival);
            case WAITS -> {
                // Until its turn.
            }
            case STAYS -> attempt.complete(refuse(arrival.last));
        }
        return attempt;
    }

    /** Lets go what may go, and refuses what has waited in vain. To be called again and again. */
    public void turn() {
        List<Waiting> sent = new ArrayList<>();
        List<Waiting> refused = new ArrayList<>();
        sort(sent, refused);
        sent.forEach(this::send);
        refused.forEach(each -> each.attempt().complete(refuse(each.last)));
        ways.valve().expire();
    }

    /** Refuses all that waits, and lets nothing wait any more. */
    public void stopWaiting() {
        List<Waiting> all;
        synchronized (this) {
            closing = true;
            all = List.copyOf(waiting);
            waiting.clear();
        }
        all.forEach(each -> each.attempt().complete(refuse(each.last)));
    }

    /** How many requests wait for Binance's limits. */
    synchronized int waiting() {
        return waiting.size();
    }

    private synchronized Next enter(Waiting arrival) {
        return switch (ways.valve().ask(arrival.charge())) {
            case Admission.Admitted admitted -> Next.LEAVES;
            case HeldBack held -> {
                arrival.last = held;
                if (!mayWait(arrival, held)) {
                    yield Next.STAYS;
                }
                waiting.add(arrival);
                yield Next.WAITS;
            }
        };
    }

    private boolean mayWait(Waiting arrival, HeldBack held) {
        return !closing
                && !arrival.charge().first()
                && !held.until().isAfter(arrival.patience(ways.clock(), longestWait))
                && places.mayWait(
                        arrival.request().facts(),
                        waiting.stream().map(each -> each.request().facts()).toList());
    }

    /** Whoever has gone has spent, so the next one is looked for anew; look-ups spend meanwhile, so nothing can be sorted by it. */
    private synchronized void sort(List<Waiting> sent, List<Waiting> refused) {
        List<Waiting> unasked = new ArrayList<>(waiting);
        while (!unasked.isEmpty()) {
            Waiting next = Collections.min(
                    unasked,
                    Comparator.<Waiting>comparingInt(each -> ways.valve().spent(each.charge()))
                            .thenComparing(Waiting::since));
            unasked.remove(next);
            switch (ways.valve().ask(next.charge())) {
                case Admission.Admitted admitted -> {
                    waiting.remove(next);
                    sent.add(next);
                }
                case HeldBack held -> {
                    next.last = held;
                    if (held.until().isAfter(next.patience(ways.clock(), longestWait))) {
                        waiting.remove(next);
                        refused.add(next);
                    }
                }
            }
        }
    }

    private void send(Waiting admitted) {
        ways.metrics().waited(Duration.between(admitted.since(), ours()));
        CompletableFuture<Void> ignored = ways.sender().send(admitted.request()).thenAccept(attempt -> {
            ways.valve().came(admitted.charge(), attempt);
            admitted.attempt().complete(attempt);
        });
    }

    private Attempt refuse(HeldBack held) {
        ways.metrics().heldBack(held.cause().tag());
        Duration wait = Duration.between(ours(), held.until());
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return new Attempt.NotSent(held.cause().sentence(), Duration.ofSeconds(seconds));
    }

    private Instant ours() {
        return ways.clock().ours();
    }

    /** What becomes of a request that has just come. */
    private enum Next {
        LEAVES,
        WAITS,
        STAYS
    }
}
