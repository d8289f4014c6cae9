package io.countersign.sandbox.cli;

import io.countersign.sandbox.Sandbox;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Ends a sandbox; what it wrote stays. */
@Command(name = "stop", description = "End the sandbox; what it wrote stays.")
final class StopCommand implements Callable<Integer> {
    @Mixin
    private final DirectoryOption directory = new DirectoryOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Optional<Sandbox> sandbox = Sandbox.running(directory.files(), out::println);
        if (sandbox.isEmpty()) {
            out.println("No sandbox runs in " + directory.files().root() + ".");
            return 0;
        }
        sandbox.get().stop();
        return 0;
    }
}
