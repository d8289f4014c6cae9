package io.countersign.relay.budget;

import io.countersign.relay.budget.Admission.Cause;
import io.countersign.relay.budget.Admission.HeldBack;
import io.countersign.relay.clearance.ClearedRequest;
import io.countersign.relay.egress.Attempt;
import io.countersign.relay.egress.BinanceClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** A request that is on its way to the valve. */
final class Waiting {

    private final ClearedRequest request;
    private final Charge charge;
    private final Instant since;
    private final CompletableFuture<Attempt> attempt;

    /** Why it was held back when it was last asked for. */
    HeldBack last;

    Waiting(ClearedRequest request, Charge charge, Instant since, CompletableFuture<Attempt> attempt) {
        this.request = request;
        this.charge = charge;
        this.since = since;
        this.attempt = attempt;
        this.last = new HeldBack(Cause.CROWD, since);
    }

    ClearedRequest request() {
        return request;
    }

    Charge charge() {
        return charge;
    }

    /** When it came, on our clock. */
    Instant since() {
        return since;
    }

    CompletableFuture<Attempt> attempt() {
        return attempt;
    }

    /** How long it can wait, on our clock: while its signature lives, and never longer than {@code longest} from its coming. */
    Instant patience(BinanceClock clock, Duration longest) {
        Instant lapses = clock.ours().plus(Duration.between(clock.now(), request.latest()));
        Instant end = since.plus(longest);
        return lapses.isBefore(end) ? lapses : end;
    }
}
