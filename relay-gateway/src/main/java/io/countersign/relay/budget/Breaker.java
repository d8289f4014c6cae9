package io.countersign.relay.budget;

import io.countersign.relay.budget.Admission.Cause;
import io.countersign.relay.budget.Admission.HeldBack;
import io.countersign.relay.egress.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Whether our address may talk to Binance at all. It starts in doubt: nothing that users sign leaves before a look at Binance's
 * clock was answered, so that a relay that is started during a ban runs into it with nothing else. Safe for many threads.
 */
public final class Breaker {

    /** The one thing that may be asked while in doubt: public, cheap, and nobody's money. */
    static final String PROBE = "/api/v3/time";

    private static final Logger LOG = Logger.getLogger(Breaker.class);

    /** The shortest ban that Binance documents. */
    private static final Duration UNTOLD_BAN = Duration.ofMinutes(2);

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** How long who is held back while nobody knows may wait before asking again. */
    private static final Duration DOUBT = Duration.ofSeconds(2);

    private static final Duration MAINTENANCE = Duration.ofSeconds(30);

    private final Duration firewallPause;
    private final int toleratedLimits;
    private final Deque<Instant> limited = new ArrayDeque<>();
    private State state = State.HALF_OPEN;
    private Instant until = Instant.MIN;
    private Instant doubtSince = Instant.MIN;
    private boolean maintenance;

    /**
     * A breaker in doubt.
     *
     * @param firewallPause how long nothing leaves when the firewall blocks our address
     * @param toleratedLimits how many answers 429 within a minute stop everything, as the next ones would get us banned
     */
    public Breaker(Duration firewallPause, int toleratedLimits) {
        this.firewallPause = firewallPause;
        this.toleratedLimits = toleratedLimits;
    }

    /** Where it stands. */
    public enum State {
        CLOSED(0),
        /** In doubt: only a look at Binance's clock may leave. */
        HALF_OPEN(1),
        OPEN(2);

        private final int number;

        State(int number) {
            this.number = number;
        }

        /** How it shows in metrics. */
        public int number() {
            return number;
        }
    }

    /** Where it stands at {@code now}, on our clock. */
    public synchronized State state(Instant now) {
        if (state == State.OPEN && !now.isBefore(until)) {
            state = State.HALF_OPEN;
            doubtSince = now;
            LOG.info("breaker half open: looking whether Binance takes requests from this address again");
        }
        return state;
    }

    /** How long it stays open at {@code now}. */
    public synchronized Duration left(Instant now) {
        return state(now) == State.OPEN ? Duration.between(now, until) : Duration.ZERO;
    }

    /** Why nothing that a user signed may leave; empty when it may. */
    synchronized Optional<HeldBack> holds(Instant now) {
        return switch (state(now)) {
            case OPEN -> Optional.of(new HeldBack(Cause.BREAKER, until));
            case HALF_OPEN -> Optional.of(new HeldBack(Cause.BREAKER, now.plus(DOUBT)));
            case CLOSED ->
                maintenance ? Optional.of(new HeldBack(Cause.MAINTENANCE, now.plus(MAINTENANCE))) : Optional.empty();
        };
    }

    /** Whether a look-up of our own may leave. */
    synchronized boolean admitsLookup(String path, Instant now) {
        return switch (state(now)) {
            case OPEN -> false;
            case HALF_OPEN -> path.equals(PROBE);
            case CLOSED -> true;
        };
    }

    /** Takes what Binance says of its own state. */
    public synchronized void maintenance(boolean on) {
        if (maintenance != on) {
            LOG.warnf("Binance's maintenance on=%s", on);
        }
        maintenance = on;
    }

    /** Learns from the answer to a user's request. */
    synchronized void answered(Attempt.Answered answer, Instant now) {
        switch (answer.status()) {
            case LimitWords.BANNED -> banned(answer, now);
            case LimitWords.LIMITED -> limited(answer, now);
            case LimitWords.FIREWALL -> doubt(now);
            default -> {
                // Whatever else it is, our address is welcome.
            }
        }
    }

    /** Learns from the answer to a look at Binance's clock. Only one that left in doubt can end it. */
    synchronized void probed(Attempt.Answered answer, Instant now) {
        if (answer.status() == LimitWords.FIREWALL) {
            open(now.plus(firewallPause), "the firewall blocks it", now);
            return;
        }
        answered(answer, now);
        if (answer.status() / 100 == 2
                && state(now) == State.HALF_OPEN
                && !answer.sentAt().isBefore(doubtSince)) {
            state = State.CLOSED;
            LOG.info("breaker closed: Binance takes requests from this address");
        }
    }

    private void banned(Attempt.Answered answer, Instant now) {
        open(now.plus(LimitWords.retryAfter(answer).orElse(UNTOLD_BAN)), "it is banned", now);
    }

    private void limited(Attempt.Answered answer, Instant now) {
        while (!limited.isEmpty() && limited.peekFirst().plus(MINUTE).isBefore(now)) {
            limited.removeFirst();
        }
        limited.addLast(now);
        if (limited.size() >= toleratedLimits) {
            limited.clear();
            open(now.plus(LimitWords.retryAfter(answer).orElse(MINUTE)), "limits were exceeded too often", now);
        }
    }

    /** One answer of the firewall does not tell whether it was the request or the address that displeased. */
    private void doubt(Instant now) {
        if (state(now) == State.CLOSED) {
            state = State.HALF_OPEN;
            doubtSince = now;
            LOG.warn("breaker half open: the firewall stopped a request");
        }
    }

    private void open(Instant end, String why, Instant now) {
        until = state(now) == State.OPEN && until.isAfter(end) ? until : end;
        state = State.OPEN;
        LOG.errorf("breaker open: nothing goes to Binance from this address until=%s because %s", until, why);
    }
}
