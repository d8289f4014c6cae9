package io.countersign.relay.budget;

import io.countersign.domain.id.AccountId;
import io.countersign.relay.budget.Admission.Cause;
import io.countersign.relay.budget.Admission.HeldBack;
import io.countersign.relay.egress.Attempt;
import io.countersign.relay.egress.BinanceClock;
import io.countersign.relay.telemetry.RelayMetrics;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Whether anything may leave now, asked in one place; and what Binance's answers teach about it. Safe for many threads. */
public final class Valve {

    /** Until the minute in which a limit was exceeded is over for certain. */
    private static final Duration UNTOLD_PAUSE = Duration.ofSeconds(Usage.SECONDS);

    private final Budgets budgets;
    private final Breaker breaker;
    private final BinanceClock clock;
    private final RelayMetrics metrics;
    private final Duration firewallPause;

    /** Accounts whose requests the firewall stopped, so that they do not get our address blocked. */
    private final Map<AccountId, Instant> stopped = new ConcurrentHashMap<>();

    public Valve(Budgets budgets, Breaker breaker, BinanceClock clock, RelayMetrics metrics, Duration firewallPause) {
        this.budgets = budgets;
        this.breaker = breaker;
        this.clock = clock;
        this.metrics = metrics;
        this.firewallPause = firewallPause;
    }

    /** Asks for a user's request. */
    Admission ask(Charge charge) {
        Instant now = clock.ours();
        Optional<HeldBack> held = breaker.holds(now);
        if (held.isPresent()) {
            return held.get();
        }
        Instant release = charge.account() == null ? null : stopped.get(charge.account());
        if (release != null && release.isAfter(now)) {
            return new HeldBack(Cause.FIREWALL, release);
        }
        return budgets.ask(charge, now);
    }

    /** Asks for a look-up of our own. */
    boolean admitsLookup(String path, Charge charge) {
        Instant now = clock.ours();
        return breaker.admitsLookup(path, now) && budgets.ask(charge, now) instanceof Admission.Admitted;
    }

    boolean isInDoubt() {
        return breaker.state(clock.ours()) == Breaker.State.HALF_OPEN;
    }

    /** What the account of {@code charge} has spent of the budget that it is taken from. */
    int spent(Charge charge) {
        return budgets.spent(charge);
    }

    /** Learns from what became of a user's request. */
    void came(Charge charge, Attempt attempt) {
        if (attempt instanceof Attempt.Answered answer) {
            Instant now = clock.ours();
            AccountId account = charge.account();
            if (answer.status() == LimitWords.FIREWALL && account != null) {
                stopped.put(account, now.plus(firewallPause));
            }
            learn(charge, answer, now);
            breaker.answered(answer, now);
        }
    }

    /** Learns from what became of a look-up of our own. */
    void cameLookup(String path, Charge charge, Attempt attempt) {
        if (attempt instanceof Attempt.Answered answer) {
            Instant now = clock.ours();
            learn(charge, answer, now);
            if (path.equals(Breaker.PROBE)) {
                breaker.probed(answer, now);
            } else {
                breaker.answered(answer, now);
            }
        }
    }

    private void learn(Charge charge, Attempt.Answered answer, Instant now) {
        if (LimitWords.STATUSES.contains(answer.status())) {
            metrics.limited(answer.status());
        }
        LimitWords.used(answer, charge.scope().usageHeader()).ifPresent(used -> budgets.heard(charge, used, now));
        if (answer.status() == LimitWords.LIMITED) {
            budgets.pause(charge, now.plus(LimitWords.retryAfter(answer).orElse(UNTOLD_PAUSE)));
        }
    }

    /** Forgets what is over. */
    void expire() {
        Instant now = clock.ours();
        budgets.expire(now);
        stopped.values().removeIf(release -> release.isBefore(now));
    }
}
