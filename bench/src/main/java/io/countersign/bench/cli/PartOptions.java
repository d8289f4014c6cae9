package io.countersign.bench.cli;

import io.countersign.bench.report.Report;
import io.countersign.bench.workload.Scratch;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every part of the bench can be told. */
final class PartOptions {

    @Option(names = "--quick", description = "Try the bench itself; its figures mean little.")
    private boolean quick;

    @Option(names = "--out", paramLabel = "FILE.json", description = "Keep every figure, with what it was taken on.")
    private @Nullable Path out;

    @Option(names = "--seed", paramLabel = "N", description = "Of the load (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    private final PrintWriter console =
            new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);

    /** Eight letters and digits that differ from run to run. */
    static String runName() {
        return "%08x".formatted(Instant.now().getEpochSecond());
    }

    /** Where a part's sandbox is. */
    Scratch scratch() {
        return Scratch.create(quick);
    }

    /** Empty; it will say what {@code plan} it was measured by. */
    Report report(Record plan) {
        return new Report(Instant.now(), Map.of("plan", plan.toString(), "isQuick", quick));
    }

    boolean isQuick() {
        return quick;
    }

    long seed() {
        return seed;
    }

    PrintWriter console() {
        return console;
    }

    /** Writes what there is to the file that was asked for, if one was. */
    void keep(Report report) {
        Path kept = out;
        if (kept != null) {
            report.write(kept);
        }
    }

    /** Prints the report, keeps it if asked to, and gives the exit code. */
    int tell(Report report) {
        console.println();
        report.print(console);
        keep(report);
        if (out != null) {
            console.println("all figures are in " + out);
        }
        return report.isClean() ? 0 : 1;
    }
}
