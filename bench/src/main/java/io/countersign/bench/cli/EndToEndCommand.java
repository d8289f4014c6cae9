package io.countersign.bench.cli;

import io.countersign.bench.endtoend.EndToEndBench;
import io.countersign.bench.endtoend.EndToEndPlan;
import io.countersign.bench.endtoend.Sink;
import io.countersign.bench.report.Report;
import io.countersign.bench.workload.Scratch;
import io.countersign.sandbox.Addresses;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.settings.SandboxSettings;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The whole system beside the barest pipeline. */
@Command(
        name = "end-to-end",
        description = {
            "From a signed request to its octets at Binance and to its answer: the system beside the barest pipeline.",
            "Starts a sandbox of its own on free ports, and removes it."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:measured",
            "1:measured, but requests were refused or never arrived: see the failures of each load",
            "2:not measured"
        })
final class EndToEndCommand implements Callable<Integer> {

    @Mixin
    private final PartOptions options = new PartOptions();

    @Option(names = "--rates", paramLabel = "N", split = ",", description = "Instead of the usual rates a second.")
    private List<Integer> rates = List.of();

    @Option(names = "--accounts", paramLabel = "N", description = "Instead of the usual number.")
    private @Nullable Integer accounts;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = "Requests to each side before anything is measured, instead of the usual number.")
    private @Nullable Integer warmUp;

    @Override
    public Integer call() throws InterruptedException {
        EndToEndPlan plan = plan();
        Report report = options.report(plan);
        try (Scratch scratch = options.scratch()) {
            options.console().println("starting a sandbox in " + scratch.directory());
            SandboxSettings base = scratch.settings();
            Vertx vertx = Vertx.vertx();
            try (Sink sink = Sink.start(vertx, new Addresses(base.ports(), base.roles()).standIn());
                    Sandbox sandbox = Sandbox.start(EndToEndBench.settings(base, sink))) {
                new EndToEndBench(sandbox, plan, sink, options.console()::println).run(PartOptions.runName(), report);
            } finally {
                vertx.close().toCompletionStage().toCompletableFuture().join();
            }
        }
        return options.tell(report);
    }

    private EndToEndPlan plan() {
        EndToEndPlan usual =
                options.isQuick() ? EndToEndPlan.quick(options.seed()) : EndToEndPlan.thorough(options.seed());
        return new EndToEndPlan(
                accounts == null ? usual.accounts() : accounts,
                rates.isEmpty() ? usual.rates() : rates,
                usual.slices(),
                usual.sliceSeconds(),
                warmUp == null ? usual.warmUp() : warmUp,
                usual.throughputShots(),
                usual.seed());
    }
}
