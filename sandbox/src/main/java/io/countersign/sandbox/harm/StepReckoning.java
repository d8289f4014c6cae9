package io.countersign.sandbox.harm;

import io.countersign.domain.id.WireDigest;
import io.countersign.sandbox.evidence.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Adds up what a step came to. */
record StepReckoning(HarmStep step, List<Told> told, Truth truth) {
    StepResult result(int offered, Duration longestGap, List<Problem> problems, List<String> remarks, long seconds) {
        Set<WireDigest> mine = told.stream().map(Told::digest).collect(Collectors.toSet());
        return new StepResult(
                step.name(),
                step.what(),
                offered,
                told.stream().collect(Collectors.groupingBy(Told::word, Collectors.counting())),
                longestGap.toMillis(),
                (int) mine.stream().filter(truth::isExecuted).count(),
                (int) mine.stream().filter(truth::wasUnknown).count(),
                (int) mine.stream().filter(this::isUnknown).count(),
                problems.stream().map(Problem::toString).distinct().toList(),
                remarks,
                seconds);
    }

    private boolean isUnknown(WireDigest digest) {
        return truth.state(digest).filter("UNKNOWN"::equals).isPresent();
    }
}
