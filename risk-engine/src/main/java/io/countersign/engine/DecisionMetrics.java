package io.countersign.engine;

import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.Verdict;
import io.countersign.engine.topology.DecisionListener;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** Counts decisions by status, objections by rule and dead letters. */
final class DecisionMetrics implements DecisionListener {

    private final MeterRegistry meters;

    DecisionMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void decided(RequestDecided decided) {
        meters.counter(
                        "countersign.decisions",
                        "status",
                        decided.status().name().toLowerCase(Locale.ROOT))
                .increment();
        for (Finding finding : decided.findings()) {
            if (finding.verdict() != Verdict.PASS) {
                meters.counter("countersign.objections", "rule", finding.rule().value())
                        .increment();
            }
        }
    }

    @Override
    public void deadLetter(String topic) {
        meters.counter("countersign.dead.letters", "topic", topic).increment();
    }
}
