package io.countersign.sandbox.cli;

import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.process.ProcessRef;
import io.countersign.sandbox.settings.Role;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows each process of a sandbox. */
@Command(name = "status", description = "Show each process; 0 if all are ready, else 1.")
final class StatusCommand implements Callable<Integer> {
    @Mixin
    private final DirectoryOption directory = new DirectoryOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Sandbox sandbox = directory.running();
        boolean allReady = sandbox.isWhole();
        for (Map.Entry<Role, ProcessRef> each : sandbox.processes().entrySet()) {
            String state = state(sandbox, each.getKey(), each.getValue());
            allReady &= state.equals("ready");
            out.println(String.format(
                    "  %-14s %-10s pid %-8d %s",
                    each.getKey().label(),
                    state,
                    each.getValue().pid(),
                    sandbox.files().log(each.getKey())));
        }
        AddressList.print(sandbox, out);
        return allReady ? 0 : 1;
    }

    private static String state(Sandbox sandbox, Role role, ProcessRef process) throws InterruptedException {
        if (!process.isAlive()) {
            return "ended";
        }
        return sandbox.isReady(role) ? "ready" : "not ready";
    }
}
