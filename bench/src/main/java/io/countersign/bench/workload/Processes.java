package io.countersign.bench.workload;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that one side needs to decide and send.
 *
 * @param pids by name
 */
public record Processes(Map<String, Long> pids) {

    public Processes {
        pids = new LinkedHashMap<>(pids);
    }

    /** Seconds of a core that each has used so far, by name. */
    public Map<String, Double> cpuSeconds() {
        Map<String, Double> used = new LinkedHashMap<>();
        pids.forEach((name, pid) -> used.put(name, CpuTime.seconds(List.of(pid))));
        return used;
    }

    /** The same since {@code before}. */
    Map<String, Double> cpuSecondsSince(Map<String, Double> before) {
        Map<String, Double> used = cpuSeconds();
        used.replaceAll((name, seconds) -> seconds - before.getOrDefault(name, 0.0));
        return used;
    }
}
