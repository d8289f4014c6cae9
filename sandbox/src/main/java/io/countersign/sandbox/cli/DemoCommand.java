package io.countersign.sandbox.cli;

import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.demo.DemoRun;
import io.countersign.sandbox.demo.Scenario;
import io.countersign.sandbox.demo.Step;
import io.countersign.sandbox.demo.report.Palette;
import io.countersign.sandbox.demo.report.ResultTable;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.settings.Ports;
import io.countersign.sandbox.settings.Progress;
import io.countersign.sandbox.settings.SandboxException;
import io.countersign.sandbox.settings.SandboxSettings;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Drives a sandbox with a real Binance client and shows what happened. */
@Command(
        name = "demo",
        description = "Drive the sandbox with a real Binance client; starts one, and ends it again, if none runs.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all steps were as expected", "1:some were not", "2:there was no sandbox to drive"})
final class DemoCommand implements Callable<Integer> {
    private static final int NO_SANDBOX = 2;

    @Mixin
    private final DirectoryOption directory = new DirectoryOption();

    @Option(names = "--keep", description = "Leave a sandbox that the demo started running.")
    private boolean keep;

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            description = "Add N to every port of a sandbox that the demo starts (default: ${DEFAULT-VALUE}).")
    private int portOffset;

    /** In UTF-8 whatever the locale, which would turn the marks into question marks. */
    private final PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);

    @Override
    public Integer call() throws InterruptedException {
        Optional<Sandbox> running = Sandbox.running(directory.files(), Progress.SILENT);
        try {
            return running.isPresent() ? drive(running.get()) : driveOwn();
        } catch (SandboxException e) {
            out.println("countersign: " + e.getMessage());
            return NO_SANDBOX;
        }
    }

    private int driveOwn() throws InterruptedException {
        out.println("No sandbox runs in " + directory.files().root() + ": starting one");
        Sandbox sandbox = Sandbox.start(SandboxSettings.defaults()
                .in(directory.files().root())
                .on(new Ports(portOffset))
                .reportingTo(out::println));
        try {
            DemoRun run = show(sandbox);
            leave(sandbox);
            return conclude(run);
        } catch (SandboxException e) {
            leave(sandbox);
            throw e;
        }
    }

    private void leave(Sandbox sandbox) throws InterruptedException {
        if (keep) {
            sandbox.detach();
            out.println("The sandbox keeps running. End it with: bin/countersign stop");
            return;
        }
        sandbox.stop();
        out.println("The sandbox that the demo started was stopped; --keep leaves it running.");
    }

    private int drive(Sandbox sandbox) throws InterruptedException {
        if (!sandbox.isWhole()) {
            throw new SandboxException("the sandbox in " + sandbox.files().root()
                    + " runs in part (bin/countersign status): end it with bin/countersign stop");
        }
        out.println("The sandbox in " + sandbox.files().root() + " runs, and goes on after the demo.");
        return conclude(show(sandbox));
    }

    private DemoRun show(Sandbox sandbox) throws InterruptedException {
        Instant start = Instant.now();
        try (DemoWorld world = DemoWorld.of(sandbox)) {
            out.println();
            out.println("Policy %d: at most %s in one withdrawal and %s in a day."
                    .formatted(
                            world.caps().version(),
                            world.caps().perTransaction(),
                            world.caps().perDay()));
            out.println();
            ResultTable table = new ResultTable(out, Palette.ofTerminal());
            DemoRun run = new DemoRun(world);
            table.head();
            for (Step step : Scenario.standard().steps()) {
                table.row(step, run.run(step));
            }
            out.println();
            long seconds = Duration.between(start, Instant.now()).toSeconds();
            out.println("The steps took %d s.".formatted(seconds));
            return run;
        }
    }

    private int conclude(DemoRun run) {
        out.println("%d passed, %d failed".formatted(run.passed(), run.failed()));
        return run.failed() == 0 ? 0 : 1;
    }
}
