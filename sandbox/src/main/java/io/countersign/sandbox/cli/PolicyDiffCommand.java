package io.countersign.sandbox.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what two versions say differently. */
@Command(name = "diff", description = "Say what changes from one version to another.")
final class PolicyDiffCommand implements Callable<Integer> {
    @Mixin
    private final PolicyGateway gateway = PolicyGateway.asFirstOfficer();

    @Parameters(index = "0", paramLabel = "FROM", description = "A version.")
    private long from;

    @Parameters(index = "1", paramLabel = "TO", description = "Another one.")
    private long to;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        List<List<String>> changes = gateway.api().difference(from, to);
        for (List<String> change : changes) {
            String before = change.get(1).isEmpty() ? "-" : change.get(1);
            String after = change.get(2).isEmpty() ? "-" : change.get(2);
            spec.commandLine().getOut().println("%s: %s -> %s".formatted(change.getFirst(), before, after));
        }
        if (changes.isEmpty()) {
            spec.commandLine().getOut().println("They say the same.");
        }
        return 0;
    }
}
