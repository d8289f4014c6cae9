package io.countersign.sandbox;

import io.countersign.sandbox.process.ProcessRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What sandbox.json says. */
record SandboxState(
        String state,
        String started,
        String home,
        String directory,
        int portOffset,
        Map<String, String> addresses,
        Map<String, Integer> ports,
        Map<String, Entry> processes,
        Map<String, String> keys) {
    static final String STARTING = "starting";
    static final String READY = "ready";

    /** One process: enough to signal it and no other, to start it again and to read what it said. */
    record Entry(long pid, String started, String log, List<String> command) {
        ProcessRef process() {
            return new ProcessRef(pid, Instant.parse(started));
        }
    }
}
