package io.countersign.bench.cli;

import io.countersign.bench.engine.EngineBench;
import io.countersign.bench.engine.EnginePlan;
import io.countersign.bench.engine.Growth;
import io.countersign.bench.report.Report;
import io.countersign.bench.workload.Scratch;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.settings.Role;
import io.countersign.sandbox.settings.SandboxSettings;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The engine beside a topology that passes through. */
@Command(
        name = "engine",
        description = {
            "Decisions a second of one core, beside a topology with the same settings that only passes through.",
            "Starts sandboxes of its own on free ports, and removes them."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:measured", "2:not measured"})
final class EngineCommand implements Callable<Integer> {

    @Mixin
    private final PartOptions options = new PartOptions();

    @Option(
            names = "--threads",
            paramLabel = "N",
            split = ",",
            description = "Stream threads, one run for each (default: ${DEFAULT-VALUE}).")
    private List<Integer> threads = List.of(1);

    @Option(names = "--accounts", paramLabel = "N", description = "Instead of the usual number.")
    private @Nullable Integer accounts;

    @Option(names = "--requests", paramLabel = "N", description = "In each slice, instead of the usual number.")
    private @Nullable Integer requests;

    @Option(
            names = "--grow",
            paramLabel = "ACCOUNTS",
            split = ",",
            description = "Instead: memory, disk and restore of so many accounts, one run for each.")
    private List<Integer> grow = List.of();

    @Override
    public Integer call() throws InterruptedException {
        EnginePlan plan = plan();
        Report report = options.report(plan);
        for (int accounts : grow) {
            try (Scratch scratch = options.scratch();
                    Sandbox sandbox = start(scratch.settings().only(Role.BROKER, Role.REGISTRY, Role.ENGINE))) {
                new Growth(sandbox, accounts, plan.seed(), options.console()::println).run(report);
            }
        }
        for (int each : grow.isEmpty() ? threads : List.<Integer>of()) {
            EnginePlan with = plan.withThreads(each);
            try (Scratch scratch = options.scratch();
                    Sandbox sandbox = start(EngineBench.settings(scratch.settings(), with))) {
                new EngineBench(sandbox, with, options.console()::println).run(report);
            }
        }
        return options.tell(report);
    }

    private EnginePlan plan() {
        EnginePlan usual = options.isQuick() ? EnginePlan.quick(options.seed()) : EnginePlan.thorough(options.seed());
        return new EnginePlan(
                accounts == null ? usual.accounts() : accounts,
                usual.warmUps(),
                usual.slices(),
                requests == null ? usual.sliceRequests() : requests,
                usual.streamThreads(),
                usual.seed());
    }

    private Sandbox start(SandboxSettings settings) throws InterruptedException {
        options.console().println("starting a sandbox in " + settings.files().root());
        return Sandbox.start(settings);
    }
}
