package io.countersign.sandbox.cli;

import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.settings.Ports;
import io.countersign.sandbox.settings.Progress;
import io.countersign.sandbox.settings.SandboxException;
import io.countersign.sandbox.settings.SandboxFiles;
import io.countersign.sandbox.settings.SandboxSettings;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the whole system on this machine. */
@Command(name = "sandbox", description = "Start the whole system on this machine and keep it up until Ctrl-C.")
final class SandboxCommand implements Callable<Integer> {
    @Mixin
    private final DirectoryOption directory = new DirectoryOption();

    @Option(names = "--detach", description = "Return when it is ready and leave it running.")
    private boolean detach;

    @Option(names = "--fresh", description = "Delete old records, keys and logs first.")
    private boolean fresh;

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            description = "Add N to every port, for a second sandbox (default: ${DEFAULT-VALUE}).")
    private int portOffset;

    @Option(
            names = "--engines",
            paramLabel = "N",
            defaultValue = "1",
            description = "1, or 2 that stand in for each other (default: ${DEFAULT-VALUE}).")
    private int engines = 1;

    @Option(
            names = "--clock",
            paramLabel = "MILLIS",
            description =
                    "Let Binance's clock stand still at MILLIS since 1970, to try requests that were signed then.")
    private @Nullable Long clock;

    @Option(
            names = "--brokers",
            paramLabel = "N",
            defaultValue = "1",
            description = "1, or 3 that each keep every record (default: ${DEFAULT-VALUE}).")
    private int brokers = 1;

    @Option(
            names = "--relays",
            paramLabel = "N",
            defaultValue = "0",
            description = "1 or 2 relays in processes of their own; with 0 the gateway is the relay too"
                    + " (default: ${DEFAULT-VALUE}).")
    private int relays;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        SandboxFiles files = directory.files();
        Optional<Sandbox> running = Sandbox.running(files, Progress.SILENT);
        if (running.isPresent()) {
            return alreadyRunning(running.get(), out);
        }
        if (fresh) {
            files.deleteData();
        }
        out.println("Starting the sandbox in " + files.root());
        SandboxSettings settings = SandboxSettings.defaults()
                .in(files.root())
                .on(new Ports(portOffset))
                .withBrokers(brokers)
                .withEngines(engines)
                .withRelays(relays);
        Sandbox sandbox = Sandbox.start((clock == null ? settings : settings.withClock(clock)).reportingTo(line -> {
            out.println(line);
            out.flush();
        }));
        AddressList.print(sandbox, out);
        if (detach) {
            sandbox.detach();
            out.println("It keeps running. End it with: bin/countersign stop" + directory.again());
            return 0;
        }
        out.println("Ctrl-C ends it.");
        return new Watch(sandbox, out).untilTheEnd();
    }

    private int alreadyRunning(Sandbox sandbox, PrintWriter out) {
        if (fresh) {
            throw new SandboxException("a sandbox runs in " + sandbox.files().root()
                    + ", so its data stays: end it first with bin/countersign stop" + directory.again());
        }
        if (!sandbox.isWhole()) {
            throw new SandboxException("a sandbox in " + sandbox.files().root()
                    + " runs in part (bin/countersign status): end it with bin/countersign stop" + directory.again());
        }
        out.println("The sandbox in " + sandbox.files().root() + " runs already.");
        AddressList.print(sandbox, out);
        return 0;
    }
}
