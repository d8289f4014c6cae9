package io.countersign.sandbox.cli;

import io.countersign.sandbox.settings.SandboxException;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The launcher's verbs. */
@Command(
        name = "countersign",
        description = {
            "The phone signs. Countersign signs second, or refuses.",
            "",
            // The launcher runs these by itself: replay shares no class path with what can write.
            "Two verbs more, with command lines of their own: replay, which decides again what was decided,"
                    + " and bench, which measures all of it beside its floor."
        },
        scope = CommandLine.ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n",
        subcommands = {
            SandboxCommand.class,
            DemoCommand.class,
            FaultsCommand.class,
            StopCommand.class,
            StatusCommand.class,
            TokenCommand.class,
            TokenKeysCommand.class,
            PolicyCommand.class,
            EraseCommand.class
        })
public final class CountersignCommand {
    private static final int FAILED = 1;

    private CountersignCommand() {}

    public static void main(String[] args) {
        // The clients' own chatter is for logs, not for a person at a terminal.
        Logger.getLogger("").setLevel(Level.SEVERE);
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new CountersignCommand())
                .setParameterExceptionHandler(CountersignCommand::refuse)
                .setExecutionExceptionHandler(CountersignCommand::explain);
    }

    private static int refuse(CommandLine.ParameterException mistake, String[] arguments) {
        CommandLine verb = mistake.getCommandLine();
        verb.getErr().println("countersign: " + reason(mistake));
        verb.usage(verb.getErr());
        return CommandLine.ExitCode.USAGE;
    }

    private static String reason(CommandLine.ParameterException mistake) {
        if (mistake instanceof CommandLine.UnmatchedArgumentException unmatched
                && mistake.getCommandLine().getParent() == null) {
            return "there is no verb " + unmatched.getUnmatched().getFirst();
        }
        return String.valueOf(mistake.getMessage());
    }

    private static int explain(Exception failure, CommandLine verb, CommandLine.ParseResult arguments)
            throws Exception {
        if (failure instanceof SandboxException) {
            verb.getErr().println("countersign: " + failure.getMessage());
            return FAILED;
        }
        throw failure;
    }
}
