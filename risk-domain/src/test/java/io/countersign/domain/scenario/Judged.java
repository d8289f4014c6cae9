package io.countersign.domain.scenario;

import io.countersign.domain.finding.Verdict;
import java.util.List;

/**
 * What was thought of one transfer when it was first asked for.
 *
 * @param score points, or a forest's anomaly score
 * @param points of each scoring rule, in their order; empty for a forest
 */
record Judged(Step.Send send, Verdict verdict, double score, List<Integer> points) {

    boolean isTheft() {
        return send.attack() != null;
    }

    /** Whether it tells something about false alarms. */
    boolean isOrdinary() {
        return !isTheft() && !send.at().isBefore(Town.COUNTED_FROM);
    }

    boolean isDoubted() {
        return verdict != Verdict.PASS;
    }
}
