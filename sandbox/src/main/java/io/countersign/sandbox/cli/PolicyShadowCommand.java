package io.countersign.sandbox.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets a version judge beside the live one. */
@Command(name = "shadow", description = "Let a version judge without effect beside the live one; 0 ends that.")
final class PolicyShadowCommand implements Callable<Integer> {
    @Mixin
    private final PolicyGateway gateway = PolicyGateway.asFirstOfficer();

    @Parameters(paramLabel = "VERSION", description = "The version.")
    private long version;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        gateway.api().shadow(version);
        spec.commandLine()
                .getOut()
                .println(version == 0 ? "No version is in shadow." : "Version " + version + " is in shadow.");
        return 0;
    }
}
