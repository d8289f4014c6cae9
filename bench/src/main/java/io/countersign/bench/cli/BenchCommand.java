package io.countersign.bench.cli;

import io.countersign.bench.report.Report;
import io.countersign.bench.whole.Plans;
import io.countersign.bench.whole.WholeBench;
import io.countersign.bench.workload.BenchProcess;
import io.countersign.sandbox.settings.SandboxException;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bin/countersign bench}: what the system costs beyond its floor. */
@Command(
        name = "bench",
        description = {
            "Measure the system beside its floor, in one run and in turns.",
            "Without a part: all of them but the growth of the engine, in sandboxes of their own on free ports."
        },
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        synopsisSubcommandLabel = "[PART]",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:measured", "1:measured, but requests were refused: see the failures", "2:not measured"},
        subcommands = {
            EndToEndCommand.class,
            IntakeCommand.class,
            CoreCommand.class,
            EngineCommand.class,
            ReplayCommand.class,
            PeerCommand.class,
            JournalCommand.class,
            ChartCommand.class
        })
public final class BenchCommand implements Callable<Integer> {

    private static final int FAILED = 2;

    @Mixin
    private final PartOptions options = new PartOptions();

    private BenchCommand() {}

    @Override
    public Integer call() throws InterruptedException {
        Plans plans = options.isQuick() ? Plans.quick(options.seed()) : Plans.thorough(options.seed());
        Report report = new Report(Instant.now(), plans.described());
        try {
            // Whoever ends it early has what it took an hour to measure.
            new WholeBench(plans, options.console()::println).run(report, options::keep);
        } catch (RuntimeException failure) {
            // The parts before may have taken an hour.
            int unused = options.tell(report);
            throw failure;
        }
        return options.tell(report);
    }

    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.SEVERE);
        BenchProcess.killAllAtExit();
        System.exit(new CommandLine(new BenchCommand())
                .setExecutionExceptionHandler(BenchCommand::explain)
                .execute(arguments));
    }

    private static int explain(Exception failure, CommandLine part, CommandLine.ParseResult arguments)
            throws Exception {
        if (failure instanceof SandboxException) {
            part.getErr().println("countersign bench: " + failure.getMessage());
            return FAILED;
        }
        throw failure;
    }
}
