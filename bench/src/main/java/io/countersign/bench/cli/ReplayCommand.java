package io.countersign.bench.cli;

import io.countersign.bench.replay.ArchiveRates;
import io.countersign.bench.replay.ReplayBench;
import io.countersign.bench.replay.ReplayPlan;
import io.countersign.bench.report.Report;
import io.countersign.bench.workload.Scratch;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.settings.SandboxSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The replay beside what only decodes the same records. */
@Command(
        name = "replay",
        description = {
            "Entries a second of one core that replay verify takes, beside what only decodes; and its memory.",
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

    @ArgGroup(exclusive = false)
    private @Nullable Existing existing;

    /** A journal that is there already. */
    static final class Existing {

        @Option(
                names = "--archive",
                paramLabel = "DIR",
                required = true,
                description = "Take the rates of this archive, which bench journal --to made, and make no journal.")
        private Path archive = Path.of("");

        @Option(
                names = "--keys",
                paramLabel = "DIR",
                required = true,
                description = "Of the archive: the folder keys in the --dir of bench journal.")
        private Path keys = Path.of("");
    }

    @Override
    public Integer call() throws InterruptedException {
        ReplayPlan usual = options.isQuick() ? ReplayPlan.quick(options.seed()) : ReplayPlan.thorough(options.seed());
        ReplayPlan plan =
                events.isEmpty() ? usual : new ReplayPlan(events, usual.accounts(), usual.rounds(), usual.seed());
        Report report = options.report(plan);
        Existing there = existing;
        if (there != null) {
            try (Scratch logs = options.scratch()) {
                new ArchiveRates(there.archive, there.keys, logs.directory(), options.console()::println)
                        .run(plan.rounds(), report);
            }
            return options.tell(report);
        }
        try (Scratch scratch = options.scratch()) {
            options.console().println("starting a sandbox in " + scratch.directory());
            SandboxSettings base = scratch.settings();
            try (Sandbox sandbox = Sandbox.start(ReplayBench.settings(base))) {
                new ReplayBench(sandbox, plan, options.console()::println).run(report);
            }
        }
        return options.tell(report);
    }
}
