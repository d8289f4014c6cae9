package io.countersign.sandbox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.demo.world.Poll;
import io.countersign.sandbox.settings.Ports;
import io.countersign.sandbox.settings.Role;
import io.countersign.sandbox.settings.SandboxFiles;
import io.countersign.sandbox.settings.SandboxSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Measures what the commit interval costs and brings; only with {@code -Dcountersign.measure=true}. */
@EnabledIfSystemProperty(named = "countersign.measure", matches = "true")
class CommitIntervalIT {
    private static final int WARM_UP = 10_000;
    private static final int PACED = 2_000;
    private static final int PER_SECOND = 200;
    private static final int BURST = 15_000;
    private static final Duration GENEROUS = Duration.ofMinutes(2);

    @ParameterizedTest
    @ValueSource(ints = {5, 10, 25, 100})
    void latencyAndThroughput(int commitMillis) throws Exception {
        SandboxFiles files = new SandboxFiles(Path.of("target", "commit-interval"));
        files.deleteData();
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.defaults()
                        .in(files.root())
                        .on(Ports.free())
                        .only(Role.BROKER, Role.REGISTRY, Role.ENGINE)
                        .withJvmOptions(
                                Role.ENGINE, "-Dcountersign.engine.commit-interval=PT" + commitMillis / 1000.0 + "S"));
                EngineLoad load = new EngineLoad(
                        sandbox.addresses().kafka(), sandbox.addresses().registry())) {
            load.admitAll();
            burst(load, WARM_UP);
            load.takeLatencies();

            paced(load);
            List<Duration> latencies = load.takeLatencies();
            Duration took = burst(load, BURST);

            System.out.printf(
                    Locale.ROOT,
                    "commit %3d ms: latency at %d/s p50 %.1f ms, p99 %.1f ms, max %.1f ms; %.0f decisions/s%n",
                    commitMillis,
                    PER_SECOND,
                    millis(latencies, 50),
                    millis(latencies, 99),
                    millis(latencies, 100),
                    BURST * 1e9 / took.toNanos());
        }
    }

    private static void paced(EngineLoad load) throws InterruptedException {
        long start = System.nanoTime();
        long every = Duration.ofSeconds(1).toNanos() / PER_SECOND;
        for (int i = 0; i < PACED; i++) {
            long due = start + i * every;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            load.send();
        }
        assertThat(Poll.until(GENEROUS, load::isDone, done -> done)).isTrue();
    }

    private static Duration burst(EngineLoad load, int requests) throws InterruptedException {
        long start = System.nanoTime();
        for (int i = 0; i < requests; i++) {
            load.send();
        }
        assertThat(Poll.until(GENEROUS, load::isDone, done -> done)).isTrue();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Nearest rank. */
    private static double millis(List<Duration> sorted, int percent) {
        int rank = Math.max(1, (sorted.size() * percent + 99) / 100);
        return sorted.get(rank - 1).toNanos() / 1e6;
    }
}
