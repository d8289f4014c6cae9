package io.countersign.bench.cli;

import io.countersign.bench.peer.PeerPart;
import io.countersign.bench.peer.PeerPlan;
import io.countersign.bench.report.Report;
import io.countersign.bench.workload.Scratch;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The system beside what a team would build otherwise. */
@Command(
        name = "peer",
        description = {
            "From a signed withdrawal to its octets at Binance and to its answer: the system beside a synchronous proxy with limits in PostgreSQL.",
            "Starts a sandbox of its own and a PostgreSQL of its own on free ports, and removes them."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:measured, or PostgreSQL is not installed and this is not CI",
            "1:measured, but requests were refused: the figures mean nothing",
            "2:not measured"
        })
final class PeerCommand implements Callable<Integer> {

    @Mixin
    private final PartOptions options = new PartOptions();

    @Override
    public Integer call() throws InterruptedException {
        PeerPlan plan = options.isQuick() ? PeerPlan.quick(options.seed()) : PeerPlan.thorough(options.seed());
        Report report = options.report(plan);
        try (Scratch scratch = options.scratch()) {
            PeerPart.run(scratch, plan, options.console()::println, report);
        }
        return options.tell(report);
    }
}
