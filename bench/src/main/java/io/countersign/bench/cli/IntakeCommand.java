package io.countersign.bench.cli;

import io.countersign.bench.intake.IntakeBench;
import io.countersign.bench.intake.IntakePlan;
import io.countersign.bench.report.Report;
import io.countersign.bench.workload.Scratch;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.settings.SandboxSettings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The gateway's intake beside the barest produce endpoint. */
@Command(
        name = "intake",
        description = {
            "From a signed withdrawal to its 202: the gateway beside an endpoint that only produces.",
            "Starts a sandbox of its own on free ports, and removes it."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:measured",
            "1:measured, but requests were refused: the figures mean nothing",
            "2:not measured"
        })
final class IntakeCommand implements Callable<Integer> {

    @Mixin
    private final PartOptions options = new PartOptions();

    @Override
    public Integer call() throws InterruptedException {
        IntakePlan plan = options.isQuick() ? IntakePlan.quick(options.seed()) : IntakePlan.thorough(options.seed());
        Report report = options.report(plan);
        try (Scratch scratch = options.scratch()) {
            options.console().println("starting a sandbox in " + scratch.directory());
            SandboxSettings base = scratch.settings();
            try (Sandbox sandbox = Sandbox.start(base)) {
                new IntakeBench(sandbox, plan, options.console()::println).run(PartOptions.runName(), report);
            }
        }
        return options.tell(report);
    }
}
