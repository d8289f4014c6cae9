package io.countersign.sandbox.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a published version live. */
@Command(name = "confirm", description = "Make a version live, as another officer than who published it.")
final class PolicyConfirmCommand implements Callable<Integer> {
    @Mixin
    private final PolicyGateway gateway = PolicyGateway.asSecondOfficer();

    @Parameters(paramLabel = "VERSION", description = "The version.")
    private long version;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        gateway.api().confirm(version);
        spec.commandLine().getOut().println("Version " + version + " is live.");
        return 0;
    }
}
