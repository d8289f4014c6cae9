package io.countersign.sandbox.cli;

import io.countersign.sandbox.policy.Officers;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a published version live. */
@Command(name = "confirm", description = "Make a version live, as another officer than who published it.")
final class PolicyConfirmCommand implements Callable<Integer> {
    @Mixin
    private final PolicyGateway gateway = new PolicyGateway();

    @Parameters(paramLabel = "VERSION", description = "The version.")
    private long version;

    @Option(
            names = "--as",
            paramLabel = "OFFICER",
            defaultValue = Officers.SECOND,
            description = "Who confirms it (default: ${DEFAULT-VALUE}).")
    private String officer = Officers.SECOND;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        gateway.as(officer).confirm(version);
        spec.commandLine().getOut().println("Version " + version + " is live.");
        return 0;
    }
}
