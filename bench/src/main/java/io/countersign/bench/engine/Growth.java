package io.countersign.bench.engine;

import io.countersign.bench.report.Report;
import io.countersign.bench.workload.Load;
import io.countersign.bench.workload.ProcessMemory;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.process.ProcessRef;
import io.countersign.sandbox.settings.Role;
import io.countersign.sandbox.settings.SandboxException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What the engine takes for so many accounts, each of which has a connection, two addresses and one request: memory, disk, restore. */
public final class Growth {

    private static final Duration AFTER_TERM = Duration.ofMinutes(1);
    private static final int SLICE = 100_000;

    private final Sandbox sandbox;
    private final int accounts;
    private final long seed;
    private final Consumer<String> progress;

    /** {@code sandbox} is fresh and has a broker, a registry and an engine with its usual settings. */
    public Growth(Sandbox sandbox, int accounts, long seed, Consumer<String> progress) {
        this.sandbox = sandbox;
        this.accounts = accounts;
        this.seed = seed;
        this.progress = progress;
    }

    /** Measures, one after the other; the engine is restarted twice. */
    public void run(Report report) throws InterruptedException {
        Map<String, Object> figures = new LinkedHashMap<>();
        try (Load load = new Load(sandbox, accounts, seed)) {
            progress.accept("admitting %d accounts".formatted(accounts));
            load.admitAll();
            for (int left = accounts; left > 0; left -= SLICE) {
                load.ask(Math.min(left, SLICE));
            }
            load.awaitEngine();
        }
        ProcessRef engine = sandbox.process(Role.ENGINE);
        figures.put("residentMib", ProcessMemory.residentMib(engine.pid()));
        end(engine);
        Path state = sandbox.files().engineState();
        figures.put("diskMib", mebibytes(octets(state)));
        figures.put("diskOctetsPerAccount", octets(state) / accounts);
        figures.put("startSeconds", start());
        end(sandbox.process(Role.ENGINE));
        delete(state);
        progress.accept("restoring");
        figures.put("restoreSeconds", start());
        figures.put(
                "residentAfterRestoreMib",
                ProcessMemory.residentMib(sandbox.process(Role.ENGINE).pid()));
        report.figures("growth", Integer.toString(accounts), figures);
    }

    /** Seconds until it is ready. */
    private double start() throws InterruptedException {
        long begun = System.nanoTime();
        sandbox.restart(Role.ENGINE);
        return Math.round((System.nanoTime() - begun) / 1e8) / 10.0;
    }

    private static void end(ProcessRef engine) throws InterruptedException {
        engine.terminate();
        if (!engine.awaitEnd(AFTER_TERM)) {
            throw new SandboxException("the engine does not end");
        }
    }

    private static long mebibytes(long octets) {
        return octets >> 20;
    }

    private static long octets(Path directory) {
        return files(directory).stream()
                .mapToLong(each -> each.toFile().length())
                .sum();
    }

    private static void delete(Path directory) {
        files(directory).forEach(each -> {
            if (!each.toFile().delete()) {
                throw new SandboxException("cannot delete " + each);
            }
        });
    }

    /** What is in a directory and its directories, the deepest first. */
    private static List<Path> files(Path directory) {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(each -> !each.equals(directory))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
