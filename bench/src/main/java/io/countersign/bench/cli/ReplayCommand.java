package io.countersign.bench.cli;

import io.countersign.bench.replay.ReplayBench;
import io.countersign.bench.replay.ReplayPlan;
import io.countersign.bench.report.Report;
import io.countersign.bench.workload.Scratch;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.settings.Ports;
import io.countersign.sandbox.settings.SandboxSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The replay beside a consumer that only decodes. */
@Command(
        name = "replay",
        description = {
            "Entries a second of one core that replay verify takes, beside a consumer that only decodes; and its memory.",
            "Makes the journal by a sandbox of its own on free ports, and removes it."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:measured", "2:not measured, or the journal does not verify"})
final class ReplayCommand implements Callable<Integer> {

    @Mixin
    private final PartOptions options = new PartOptions();

    @Option(
            names = "--events",
            paramLabel = "N",
            split = ",",
            description = "Entries of the journal, ascending: it is verified at each length, rates are of the last.")
    private List<Long> events = List.of();

    @Override
    public Integer call() throws InterruptedException {
        ReplayPlan usual = options.isQuick() ? ReplayPlan.quick(options.seed()) : ReplayPlan.thorough(options.seed());
        ReplayPlan plan =
                events.isEmpty() ? usual : new ReplayPlan(events, usual.accounts(), usual.rounds(), usual.seed());
        Report report = new Report(Instant.now(), Map.of("plan", plan.toString()));
        try (Scratch scratch = Scratch.create()) {
            options.console().println("starting a sandbox in " + scratch.directory());
            SandboxSettings base =
                    SandboxSettings.defaults().in(scratch.directory()).on(Ports.free());
            try (Sandbox sandbox = Sandbox.start(ReplayBench.settings(base))) {
                new ReplayBench(sandbox, plan, options.console()::println).run(report);
            }
        }
        return options.tell(report);
    }
}
