package io.countersign.engine.telemetry;

import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.account.AccountEvent.RequestLookedUp;
import io.countersign.domain.account.AccountEvent.ReservationOpened;
import io.countersign.domain.account.ShadowVerdict;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.Verdict;
import io.countersign.domain.id.AccountId;
import io.countersign.engine.topology.DecisionListener;
import io.countersign.wire.message.AlertMessage;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;

/**
 * Counts decisions by status, look-ups by result, objections by rule and verdict, disagreements of the policy in shadow, alerts and dead letters;
 * measures how old a request is when it is decided.
 * What is decided again after an aborted transaction is counted again.
 */
public final class DecisionMetrics implements DecisionListener {

    private static final Logger LOG = Logger.getLogger(DecisionMetrics.class);
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final MeterRegistry meters;
    private final InstantSource clock;
    private final Timer latency;

    public DecisionMetrics(MeterRegistry meters, InstantSource clock) {
        this.meters = meters;
        this.clock = clock;
        this.latency = Timer.builder("countersign.decision.latency")
                .description("From the broker's append of a request to its decision, before the commit.")
                .publishPercentileHistogram()
                .minimumExpectedValue(SHORTEST)
                .maximumExpectedValue(LONGEST)
                .register(meters);
    }

    @Override
    public void decided(RequestDecided decided) {
        Duration age = Duration.between(decided.at(), clock.instant());
        // The broker's clock may be ahead of ours.
        latency.record(age.isNegative() ? Duration.ZERO : age);
        meters.counter("countersign.decisions", "status", label(decided.status()))
                .increment();
        countDisagreement(decided);
        for (Finding finding : decided.findings()) {
            if (finding.verdict() != Verdict.PASS) {
                meters.counter(
                                "countersign.objections",
                                "rule",
                                finding.rule().value(),
                                "verdict",
                                label(finding.verdict()))
                        .increment();
            }
        }
    }

    private void countDisagreement(RequestDecided decided) {
        ShadowVerdict shadow = decided.shadow();
        if (shadow != null && shadow.status() != decided.status()) {
            meters.counter(
                            "countersign.shadow.disagreements",
                            "live",
                            label(decided.status()),
                            "shadow",
                            label(shadow.status()))
                    .increment();
        }
    }

    /** That Binance has what it was taken not to have executed is worth waking somebody up: its funds were not counted for a while. */
    @Override
    public void lookedUp(AccountId account, RequestLookedUp lookedUp, List<AccountEvent> caused) {
        boolean late = caused.stream().anyMatch(ReservationOpened.class::isInstance);
        String result = late ? "executed_late" : label(lookedUp.result());
        meters.counter("countersign.look.ups", "result", result).increment();
        if (late) {
            LOG.errorf(
                    "executed after all, it counts again: account=%s requestId=%s lookUp=%s",
                    account, lookedUp.requestId(), lookedUp.lookUp());
        }
    }

    @Override
    public void alerted(AlertMessage alert) {
        LOG.warn(alert.sentence());
        meters.counter("countersign.alerts", "kind", label(alert.kind())).increment();
    }

    @Override
    public void deadLetter(String topic) {
        meters.counter("countersign.dead.letters", "topic", topic).increment();
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
