package io.countersign.sandbox.harm;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** One harm, or two at once, under load of its own. */
record HarmStep(List<Harm> harms) {
    HarmStep {
        harms = List.copyOf(harms);
    }

    String name() {
        return harms.stream().map(Harm::name).collect(Collectors.joining("+"));
    }

    String what() {
        return harms.stream().map(Harm::what).collect(Collectors.joining("; "));
    }

    Duration lasts() {
        return harms.stream().map(Harm::lasts).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    boolean losesAnswers() {
        return harms.stream().anyMatch(Harm::losesAnswers);
    }
}
