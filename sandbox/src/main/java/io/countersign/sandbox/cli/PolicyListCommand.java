package io.countersign.sandbox.cli;

import io.countersign.sandbox.policy.PolicyApi;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists every version. */
@Command(name = "list", description = "List every version, the newest first: number, state, who published it and when.")
final class PolicyListCommand implements Callable<Integer> {
    @Mixin
    private final PolicyGateway gateway = PolicyGateway.asFirstOfficer();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        for (PolicyApi.Version each : gateway.api().versions()) {
            spec.commandLine()
                    .getOut()
                    .println("%4d  %-8s  %-16s  %s"
                            .formatted(each.number(), each.state(), each.publishedBy(), each.publishedAt()));
        }
        return 0;
    }
}
