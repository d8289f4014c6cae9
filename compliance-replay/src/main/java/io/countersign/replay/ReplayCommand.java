package io.countersign.replay;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The auditors' command line. Exit codes: 0 agreed, 1 discrepancies, 2 unusable or not all checked. */
@Command(
        name = "replay",
        description = "Decides again what was decided, from the journal alone.",
        mixinStandardHelpOptions = true,
        subcommands = VerifyCommand.class,
        synopsisSubcommandLabel = "COMMAND")
public final class ReplayCommand {

    static final int AGREED = 0;
    static final int DISCREPANCIES = 1;
    static final int UNUSABLE = 2;

    private ReplayCommand() {}

    /** Runs one command and leaves with its exit code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new ReplayCommand());
        commandLine.setExecutionExceptionHandler((exception, command, parsed) -> {
            command.getErr().println("replay: " + UnusableException.reason(exception));
            return UNUSABLE;
        });
        return commandLine;
    }
}
