package io.countersign.replay;

import io.countersign.replay.report.Json;
import io.countersign.replay.source.UnusableException;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

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
        commandLine.setExecutionExceptionHandler((exception, command, parsed) -> {
            String reason = UnusableException.reason(exception);
            if (asksForJson(parsed)) {
                Json.print(command.getOut(), Map.of("verdict", "unusable", "reason", reason));
            }
            command.getErr().println("replay: " + reason);
            return UNUSABLE;
        });
        return commandLine;
    }

    private static boolean asksForJson(ParseResult parsed) {
        return parsed.hasMatchedOption("--json") || (parsed.hasSubcommand() && asksForJson(parsed.subcommand()));
    }
}
