package io.countersign.sandbox.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Publishes a document as the next version of the policy. */
@Command(
        name = "publish",
        description = "Publish a YAML document as the next version of the policy, which another officer confirms.")
final class PolicyPublishCommand implements Callable<Integer> {
    @Mixin
    private final PolicyGateway gateway = PolicyGateway.asFirstOfficer();

    @Parameters(paramLabel = "FILE", description = "The document.")
    private Path file = Path.of("");

    @Option(names = "--confirm-as", paramLabel = "OFFICER", description = "Confirm it at once, as this other officer.")
    private @Nullable String confirmer;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        long version = gateway.api().publish(PolicyFile.read(file));
        spec.commandLine().getOut().println("Published as version " + version + ".");
        if (confirmer != null) {
            gateway.as(confirmer).confirm(version);
            spec.commandLine().getOut().println("Version " + version + " is live.");
        }
        return 0;
    }
}
