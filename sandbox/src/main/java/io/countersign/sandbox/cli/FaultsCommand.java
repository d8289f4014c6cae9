package io.countersign.sandbox.cli;

import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.demo.report.Palette;
import io.countersign.sandbox.harm.FaultMatrix;
import io.countersign.sandbox.harm.HarmPlan;
import io.countersign.sandbox.harm.HarmReport;
import io.countersign.sandbox.harm.HarmTable;
import io.countersign.sandbox.settings.Ports;
import io.countersign.sandbox.settings.Progress;
import io.countersign.sandbox.settings.SandboxException;
import io.countersign.sandbox.settings.SandboxFiles;
import io.countersign.sandbox.settings.SandboxSettings;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Hurts a system of its own under load and looks whether every promise held. */
@Command(
        name = "faults",
        description =
                "Kill, freeze and restart every part under load, let Binance misbehave, and compare what clients were"
                        + " told with what happened.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every promise held", "1:some did not", "2:it could not run"})
final class FaultsCommand implements Callable<Integer> {
    private static final int COULD_NOT_RUN = 2;
    private static final int SEEDS = 1_000_000;
    private static final int SHOWN = 5;

    @Option(names = "--seed", paramLabel = "N", description = "The order of steps and load (default: a new one).")
    private long seed = new SecureRandom().nextInt(SEEDS);

    @Option(
            names = "--minutes",
            paramLabel = "M",
            defaultValue = "10",
            description = "As many steps as fit, one at least (default: ${DEFAULT-VALUE}).")
    private int minutes = 10;

    @Option(
            names = "--steps",
            paramLabel = "STEP",
            split = ",",
            description = "These alone, such as kill-engine or kill-engine+slow.")
    private List<String> steps = List.of();

    @Option(names = "--json", paramLabel = "FILE", description = "Keep the figures.")
    private @Nullable Path json;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Where to keep data and logs (default: .sandbox/faults).")
    private @Nullable Path directory;

    @Option(names = "--port-offset", paramLabel = "N", description = "Add N to every port (default: ${DEFAULT-VALUE}).")
    private int portOffset;

    private final PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);

    @Override
    public Integer call() throws InterruptedException {
        try {
            return conclude(run(HarmPlan.of(seed, steps)));
        } catch (SandboxException e) {
            out.println("countersign: " + e.getMessage());
            return COULD_NOT_RUN;
        }
    }

    private SandboxFiles files() {
        return directory == null
                ? new SandboxFiles(SandboxSettings.defaults().files().root().resolve("faults"))
                : new SandboxFiles(directory);
    }

    private HarmReport run(HarmPlan plan) throws InterruptedException {
        SandboxFiles files = files();
        if (Sandbox.running(files, Progress.SILENT).isPresent()) {
            throw new SandboxException(
                    "a system runs in " + files.root() + ": end it with bin/countersign stop --dir " + files.root());
        }
        files.deleteData();
        out.println("Starting three brokers, two engines, two relays and a gateway in " + files.root());
        Sandbox sandbox = Sandbox.start(FaultMatrix.system(SandboxSettings.defaults()
                .in(files.root())
                .on(new Ports(portOffset))
                .reportingTo(Progress.SILENT)));
        try {
            out.println("Seed " + seed + ", " + minutes + " minutes at most.");
            out.println();
            return new FaultMatrix(sandbox, new HarmTable(out, Palette.ofTerminal()))
                    .play(plan, Duration.ofMinutes(minutes));
        } finally {
            sandbox.stop();
        }
    }

    private int conclude(HarmReport report) {
        if (json != null) {
            report.write(json);
        }
        if (!report.leftOut().isEmpty()) {
            List<String> some = report.leftOut().stream().limit(SHOWN).toList();
            out.println("No time for %d steps: %s%s"
                    .formatted(
                            report.leftOut().size(),
                            String.join(", ", some),
                            report.leftOut().size() > SHOWN ? ", ..." : ""));
        }
        if (report.failed() > 0) {
            out.println("Topics and logs are kept in " + files().root() + "; the same again: --seed " + report.seed());
        }
        out.println("%d passed, %d failed".formatted(report.passed(), report.failed()));
        return report.failed() == 0 ? 0 : 1;
    }
}
