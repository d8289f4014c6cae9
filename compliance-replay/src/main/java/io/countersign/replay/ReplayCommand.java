package io.countersign.replay;

import io.countersign.replay.report.Json;
import io.countersign.replay.source.UnusableException;
import java.util.Arrays;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The auditors' command line. Exit codes: 0 agreed, 1 discrepancies, 2 unusable or not all checked. */
@Command(
        name = "replay",
        description = "Decides again what was decided, from the journal alone.",
        mixinStandardHelpOptions = true,
        subcommands = {
            VerifyCommand.class,
            AccountViewCommand.class,
            ShowCommand.class,
            WhatIfCommand.class,
            ArchiveCommand.class,
            ExportCommand.class,
            VerifyExportCommand.class,
            ExportKeysCommand.class
        },
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
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setExecutionExceptionHandler((exception, command, parsed) -> unusable(
                command,
                UnusableException.reason(exception),
                parsed.originalArgs().toArray(new String[0])));
        commandLine.setParameterExceptionHandler((exception, args) -> {
            CommandLine command = exception.getCommandLine();
            int exitCode = unusable(command, UnusableException.reason(exception), args);
            CommandLine.UnmatchedArgumentException.printSuggestions(exception, command.getErr());
            command.getErr()
                    .println("see: bin/countersign %s --help"
                            .formatted(command.getCommandSpec().qualifiedName()));
            return exitCode;
        });
        return commandLine;
    }

    /** A program reads the reason from stdout, whatever was wrong; a person from stderr. */
    private static int unusable(CommandLine command, String reason, String[] args) {
        if (Arrays.asList(args).contains("--json")) {
            Json.print(command.getOut(), Map.of("verdict", "unusable", "reason", reason));
        }
        command.getErr().println("replay: " + reason);
        command.getErr().flush();
        return UNUSABLE;
    }
}
