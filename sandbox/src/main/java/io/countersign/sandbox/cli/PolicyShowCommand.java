package io.countersign.sandbox.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the document of a version. */
@Command(name = "show", description = "Print the document of a version, as it was published.")
final class PolicyShowCommand implements Callable<Integer> {
    @Mixin
    private final PolicyGateway gateway = PolicyGateway.asFirstOfficer();

    @Parameters(paramLabel = "VERSION", description = "The version.")
    private long version;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        spec.commandLine().getOut().print(gateway.api().document(version));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
