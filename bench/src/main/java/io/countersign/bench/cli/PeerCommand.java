package io.countersign.bench.cli;

import io.countersign.bench.peer.PeerBench;
import io.countersign.bench.peer.PeerPlan;
import io.countersign.bench.peer.PostgresBinaries;
import io.countersign.bench.report.Report;
import io.countersign.bench.workload.Scratch;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.settings.Ports;
import io.countersign.sandbox.settings.SandboxSettings;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
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
            "0:measured, or PostgreSQL is not installed",
            "1:measured, but requests were refused: the figures mean nothing",
            "2:not measured"
        })
final class PeerCommand implements Callable<Integer> {

    private static final int NOT_MEASURED = 2;

    /** Where this is true, what cannot run fails. */
    private static final String CI = "CI";

    @Mixin
    private final PartOptions options = new PartOptions();

    @Override
    public Integer call() throws InterruptedException {
        Optional<PostgresBinaries> binaries = PostgresBinaries.find();
        if (binaries.isEmpty()) {
            options.console().println(PostgresBinaries.REMEDY + "; the peer is left out");
            return "true".equals(System.getenv(CI)) ? NOT_MEASURED : 0;
        }
        PeerPlan plan = options.isQuick() ? PeerPlan.quick(options.seed()) : PeerPlan.thorough(options.seed());
        Report report = new Report(
                Instant.now(),
                Map.of("plan", plan.toString(), "postgres", binaries.get().version()));
        try (Scratch scratch = Scratch.create()) {
            SandboxSettings settings =
                    SandboxSettings.defaults().in(scratch.directory()).on(Ports.free());
            options.console().println("starting a sandbox in " + scratch.directory());
            try (Sandbox sandbox = Sandbox.start(PeerBench.settings(settings))) {
                new PeerBench(sandbox, plan, options.console()::println)
                        .run("%08x".formatted(Instant.now().getEpochSecond()), binaries.get(), report);
            }
        }
        return options.tell(report);
    }
}
