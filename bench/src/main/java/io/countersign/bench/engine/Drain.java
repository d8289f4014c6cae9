package io.countersign.bench.engine;

import io.countersign.bench.workload.GroupOffsets;
import io.countersign.bench.workload.Waiting;
import io.countersign.sandbox.process.ProcessRef;
import io.countersign.sandbox.settings.SandboxException;
import io.countersign.wire.topic.Topics;
import java.time.Duration;

/**
 * One slice: a process takes what is on the topic.
 *
 * @param records taken while it was measured
 * @param seconds by the clock
 * @param cpuSeconds of the process, on whichever core
 */
record Drain(long records, double seconds, double cpuSeconds) {

    /**
     * The first part of each slice is not measured: fetchers fill up, and a process that was frozen finds its feet. A slice that is over
     * before anybody looked is measured whole.
     */
    private static final double LEFT_OUT = 0.2;

    /** Linux counts what a process has used in hundredths of a second: thirty of them are right to some percent. */
    private static final double SHORTEST_CPU_SECONDS = 0.3;

    /** Whether it was long enough to be counted at all; a rate of one that was not is noise, or infinite. */
    boolean isMeasurable() {
        return cpuSeconds >= SHORTEST_CPU_SECONDS;
    }

    double perSecond() {
        return records / seconds;
    }

    /** As many as one core would take alone. */
    double perCoreSecond() {
        return records / cpuSeconds;
    }

    private record Mark(long records, long nanos, Duration cpu) {}

    /** Thaws {@code process}, one of {@code group}, and waits until it has taken everything that is there. */
    static Drain measure(GroupOffsets group, ProcessRef process) throws InterruptedException {
        String topic = Topics.REQUESTS.name();
        long begin = group.committed(topic);
        long end = group.end(topic);
        long from = begin + Math.round((end - begin) * LEFT_OUT);
        Mark since = mark(begin, process);
        process.resume();
        Waiting.until(from, "requests taken", () -> group.committed(topic));
        long reached = group.committed(topic);
        if (reached < end) {
            since = mark(reached, process);
        }
        Waiting.until(end, "requests taken", () -> group.committed(topic));
        Mark last = mark(end, process);
        return new Drain(
                end - since.records(),
                (last.nanos() - since.nanos()) / 1e9,
                last.cpu().minus(since.cpu()).toNanos() / 1e9);
    }

    private static Mark mark(long records, ProcessRef process) {
        ProcessHandle handle = ProcessHandle.of(process.pid())
                .orElseThrow(() -> new SandboxException("process %d has ended".formatted(process.pid())));
        Duration cpu = handle.info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("this system does not tell what a process has used"));
        return new Mark(records, System.nanoTime(), cpu);
    }
}
