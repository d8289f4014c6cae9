package io.countersign.bench.peer;

import io.countersign.bench.http.HttpTarget;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One of the two who take turns.
 *
 * @param processes by name, everything that it needs to decide and send
 */
record Contestant(HttpTarget target, Map<String, Long> processes) {

    Contestant {
        processes = new LinkedHashMap<>(processes);
    }

    /** Seconds of a core that each process has used so far. */
    Map<String, Double> cpu() {
        Map<String, Double> used = new LinkedHashMap<>();
        processes.forEach((name, pid) -> used.put(name, CpuTime.seconds(List.of(pid))));
        return used;
    }
}
