package io.countersign.bench.cli;

import io.countersign.bench.intake.IntakeBench;
import io.countersign.bench.intake.IntakePlan;
import io.countersign.bench.report.Report;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.settings.Ports;
import io.countersign.sandbox.settings.SandboxException;
import io.countersign.sandbox.settings.SandboxSettings;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The gateway's intake beside the barest produce endpoint. */
@Command(
        name = "intake",
        description = {
            "From a signed withdrawal to its 202: the gateway beside an endpoint that only produces.",
            "Starts a sandbox of its own on free ports, and removes it."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:measured",
            "1:measured, but requests were refused: the figures mean nothing",
            "2:not measured"
        })
final class IntakeCommand implements Callable<Integer> {

    @Option(names = "--quick", description = "Try the bench itself, in a minute; its figures mean little.")
    private boolean quick;

    @Option(names = "--out", paramLabel = "FILE.json", description = "Keep every figure, with what it was taken on.")
    private @Nullable Path out;

    @Option(names = "--seed", paramLabel = "N", description = "Of the arrivals (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter console = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);
        Path directory = newDirectory();
        IntakePlan plan = quick ? IntakePlan.quick(seed) : IntakePlan.thorough(seed);
        Report report = new Report(Instant.now(), Map.of("plan", plan.toString()));
        console.println("starting a sandbox in " + directory);
        try (Sandbox sandbox =
                Sandbox.start(SandboxSettings.defaults().in(directory).on(Ports.free()))) {
            new IntakeBench(sandbox, plan, console::println).run(runName(), report);
        } finally {
            delete(directory);
        }
        console.println();
        report.print(console);
        Path kept = out;
        if (kept != null) {
            report.write(kept);
            console.println("all figures are in " + kept);
        }
        return report.isClean() ? 0 : 1;
    }

    /** Eight letters and digits that differ from run to run. */
    private static String runName() {
        return "%08x".formatted(Instant.now().getEpochSecond());
    }

    private static Path newDirectory() {
        try {
            return Files.createTempDirectory("countersign-bench");
        } catch (IOException e) {
            throw new UncheckedIOException("no directory for the sandbox", e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                if (!file.toFile().delete()) {
                    throw new SandboxException("cannot delete " + file);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + directory, e);
        }
    }
}
