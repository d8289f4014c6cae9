package io.countersign.sandbox.cli;

import io.countersign.wire.policy.PolicyException;
import io.countersign.wire.policy.PolicyYaml;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a document, without a sandbox. */
@Command(
        name = "validate",
        description = "Check a YAML document, without a sandbox: exit code 0 when it can be published, 1 when not.")
final class PolicyValidateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The document.")
    private Path file = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try {
            PolicyYaml.parse(1, PolicyFile.read(file));
            spec.commandLine().getOut().println(file + " can be published.");
            return 0;
        } catch (PolicyException e) {
            e.problems().forEach(each -> spec.commandLine().getErr().println("countersign: " + file + ": " + each));
            return 1;
        }
    }
}
