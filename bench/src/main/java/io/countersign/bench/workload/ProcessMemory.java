package io.countersign.bench.workload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux says a process has in memory, by /proc; 0 where there is none. */
public final class ProcessMemory {

    private static final long KIBIBYTES_PER_MEBIBYTE = 1024;

    private ProcessMemory() {}

    /** At this moment. */
    public static long residentMib(long pid) {
        return field(pid, "VmRSS:");
    }

    /** At most, since it began. */
    public static long peakMib(long pid) {
        return field(pid, "VmHWM:");
    }

    private static long field(long pid, String name) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                            .filter(each -> each.startsWith(name))
                            .mapToLong(each -> Long.parseLong(each.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    / KIBIBYTES_PER_MEBIBYTE;
        } catch (IOException ended) {
            return 0;
        }
    }
}
