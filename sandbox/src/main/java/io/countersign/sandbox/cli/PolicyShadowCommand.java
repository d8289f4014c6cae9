package io.countersign.sandbox.cli;

import io.countersign.sandbox.policy.Officers;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets a version judge beside the live one. */
@Command(name = "shadow", description = "Let a version judge without effect beside the live one; 0 ends that.")
final class PolicyShadowCommand implements Callable<Integer> {
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
        gateway.as(officer).shadow(version);
        spec.commandLine()
                .getOut()
                .println(version == 0 ? "No version is in shadow." : "Version " + version + " is in shadow.");
        return 0;
    }
}
