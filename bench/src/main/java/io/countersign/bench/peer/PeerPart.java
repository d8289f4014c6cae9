package io.countersign.bench.peer;

import io.countersign.bench.report.Report;
import io.countersign.bench.workload.Scratch;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.settings.SandboxException;
import java.util.Optional;
import java.util.function.Consumer;

/** The comparison, with a PostgreSQL of its own. */
public final class PeerPart {

    /** Where this is true, what cannot run fails. */
    private static final String CI = "CI";

    /** As long as a run's names are. */
    private static final String RUN = "besidepg";

    private PeerPart() {}

    /** Without PostgreSQL it says what to install and measures nothing; in CI that is a failure. */
    public static void run(Scratch scratch, PeerPlan plan, Consumer<String> progress, Report report)
            throws InterruptedException {
        Optional<PostgresBinaries> binaries = PostgresBinaries.find();
        if (binaries.isEmpty()) {
            if ("true".equals(System.getenv(CI))) {
                throw new SandboxException(PostgresBinaries.REMEDY);
            }
            progress.accept(PostgresBinaries.REMEDY + "; the peer is left out");
            return;
        }
        progress.accept("peer: starting a sandbox");
        try (Sandbox sandbox = Sandbox.start(PeerBench.settings(scratch.settings()))) {
            new PeerBench(sandbox, plan, progress).run(RUN, binaries.get(), report);
        }
    }
}
