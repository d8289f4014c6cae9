package io.countersign.bench.replay;

import io.countersign.bench.workload.ProcessMemory;
import io.countersign.sandbox.settings.SandboxException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process from its start to its end.
 *
 * @param said on stdout and stderr
 * @param cpuSeconds of the process, its start and its compiling included
 * @param peakMib that were resident at most
 * @param heapMib that lived after a collection at most; 0 when there was none
 */
record Run(int exitCode, String said, double seconds, double cpuSeconds, long peakMib, long heapMib) {

    /** What was used after the last look is not seen: two cores in so many milliseconds at most. */
    private static final int LOOK_MILLIS = 20;

    /** For example {@code Pause Young (Allocation Failure) 137M->12M(495M) 3.1ms}. */
    private static final Pattern AFTER_COLLECTION = Pattern.compile("->(\\d+)M\\(");

    /** Starts {@code command} and waits; {@code log} is a file for what it says. */
    static Run of(List<String> command, Map<String, String> environment, Path log) throws InterruptedException {
        Path collections = log.resolveSibling(log.getFileName() + ".gc");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Xlog:gc:file=" + collections + ":none");
        long begun = System.nanoTime();
        try {
            Process process = builder.start();
            Duration cpu = Duration.ZERO;
            long peak = 0;
            while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                Duration used = process.info().totalCpuDuration().orElse(cpu);
                cpu = used.compareTo(cpu) > 0 ? used : cpu;
                peak = Math.max(peak, ProcessMemory.peakMib(process.pid()));
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            return new Run(
                    process.exitValue(), Files.readString(log), seconds, cpu.toNanos() / 1e9, peak, heap(collections));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + command.getFirst(), e);
        }
    }

    /** This, or an exception with what the process said. */
    Run requireGood(String what) {
        if (exitCode != 0) {
            throw new SandboxException("%s ended with %d: %s".formatted(what, exitCode, said));
        }
        return this;
    }

    private static long heap(Path collections) throws IOException {
        if (!Files.exists(collections)) {
            return 0;
        }
        Matcher found = AFTER_COLLECTION.matcher(Files.readString(collections));
        return found.results()
                .mapToLong(each -> Long.parseLong(each.group(1)))
                .max()
                .orElse(0);
    }
}
