package io.countersign.sandbox.cli;

import io.countersign.sandbox.Addresses;
import io.countersign.sandbox.policy.PolicyPublisher;
import io.countersign.sandbox.settings.SandboxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Publishes a document as the next version of the policy. */
@Command(name = "publish", description = "Publish a YAML document as the next version of the policy.")
final class PolicyPublishCommand implements Callable<Integer> {
    @Mixin
    private final DirectoryOption directory = new DirectoryOption();

    @Parameters(paramLabel = "FILE", description = "The document.")
    private Path file = Path.of("");

    @Option(
            names = "--by",
            paramLabel = "NAME",
            defaultValue = "sandbox",
            description = "Who publishes it (default: ${DEFAULT-VALUE}).")
    private String publishedBy = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        Addresses addresses = directory.running().addresses();
        PolicyPublisher publisher = new PolicyPublisher(addresses.kafka(), addresses.registry(), Clock.systemUTC());
        long version = publisher.publish(read(), publishedBy);
        spec.commandLine().getOut().println("Published as version " + version + ".");
        return 0;
    }

    private String read() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new SandboxException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
