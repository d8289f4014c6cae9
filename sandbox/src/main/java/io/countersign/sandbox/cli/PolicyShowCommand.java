package io.countersign.sandbox.cli;

import io.countersign.sandbox.policy.Officers;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the document of a version. */
@Command(name = "show", description = "Print the document of a version, as it was published.")
final class PolicyShowCommand implements Callable<Integer> {
    @Mixin
    private final PolicyGateway gateway = new PolicyGateway();

    @Parameters(paramLabel = "VERSION", description = "The version.")
    private long version;

    @Option(
            names = "--as",
            paramLabel = "OFFICER",
            defaultValue = Officers.FIRST,
            description = "Who asks (default: ${DEFAULT-VALUE}).")
    private String officer = Officers.FIRST;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        spec.commandLine().getOut().print(gateway.as(officer).document(version));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
