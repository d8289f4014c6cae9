package io.countersign.bench.peer;

import io.countersign.bench.http.PreparedRequest;
import io.countersign.bench.load.ClosedLoop;
import io.countersign.bench.load.Sample;
import io.countersign.bench.load.Shot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A stretch of as many withdrawals as pass.
 *
 * @param cpu seconds of a core that each process of the contestant took for them
 */
record ClosedSlice(Sample answers, Map<String, Double> cpu) {

    private static final int DONE = 200;

    static ClosedSlice run(Contestant contestant, List<PreparedRequest> withdrawals, int callers) {
        List<Shot> shots = withdrawals.stream()
                .map(withdrawal -> contestant.target().shot(withdrawal, DONE))
                .toList();
        Map<String, Double> before = contestant.cpu();
        Sample answers = ClosedLoop.run(shots, callers);
        Map<String, Double> used = new LinkedHashMap<>();
        contestant.cpu().forEach((name, seconds) -> used.put(name, seconds - before.getOrDefault(name, 0.0)));
        return new ClosedSlice(answers, used);
    }

    /** Requests a second of one core. */
    double perCoreSecond() {
        double seconds = cpu.values().stream().mapToDouble(Double::doubleValue).sum();
        return answers.latencies().getTotalCount() / seconds;
    }
}
