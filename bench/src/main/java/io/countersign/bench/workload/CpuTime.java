package io.countersign.bench.workload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/** What Linux says processes have used of the cores, by /proc: their own, their children's, and that of children that have ended. */
final class CpuTime {

    /** USER_HZ, which is 100 wherever Linux runs a JVM. */
    private static final double TICKS_PER_SECOND = 100;

    /** utime, stime, cutime and cstime by proc(5), counted from the field after the name, which is the third. */
    private static final int FIRST = 11;

    private static final int FIELDS = 4;

    private CpuTime() {}

    /** Seconds since each of them began. */
    static double seconds(List<Long> pids) {
        return pids.stream().mapToLong(CpuTime::ticksOfTree).sum() / TICKS_PER_SECOND;
    }

    private static long ticksOfTree(long pid) {
        LongStream children = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(ProcessHandle::pid);
        return LongStream.concat(LongStream.of(pid), children)
                .map(CpuTime::ticks)
                .sum();
    }

    private static long ticks(long pid) {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = 0;
            for (int i = FIRST; i < FIRST + FIELDS; i++) {
                ticks += Long.parseLong(fields[i]);
            }
            return ticks;
        } catch (IOException ended) {
            // Its parent has what it used.
            return 0;
        }
    }
}
