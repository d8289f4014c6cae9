package io.countersign.bench.cli;

import io.countersign.sandbox.settings.SandboxException;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code bin/countersign bench}: what the system costs beyond its floor. */
@Command(
        name = "bench",
        description = "Measure the system beside its floor, in one run and in turns.",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        synopsisSubcommandLabel = "PART",
        subcommands = {
            IntakeCommand.class,
            CoreCommand.class,
            EngineCommand.class,
            ReplayCommand.class,
            PeerCommand.class,
            JournalCommand.class
        })
public final class BenchCommand {

    private static final int FAILED = 2;

    private BenchCommand() {}

    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.SEVERE);
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
