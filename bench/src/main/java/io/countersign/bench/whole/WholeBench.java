package io.countersign.bench.whole;

import io.countersign.bench.endtoend.EndToEndBench;
import io.countersign.bench.endtoend.Sink;
import io.countersign.bench.engine.EngineBench;
import io.countersign.bench.intake.IntakeBench;
import io.countersign.bench.peer.PeerPart;
import io.countersign.bench.replay.ReplayBench;
import io.countersign.bench.report.Report;
import io.countersign.bench.workload.Scratch;
import io.countersign.sandbox.Addresses;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.settings.SandboxSettings;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.function.Consumer;

/** Every part into one report. */
public final class WholeBench {

    /** Eight letters each, that two parts in one sandbox have accounts of their own. */
    private static final String RUN_END_TO_END = "endtoend";

    private static final String RUN_INTAKE = "intaking";

    private final Plans plans;
    private final Consumer<String> progress;

    /** One part, with sandboxes of its own or none. */
    @FunctionalInterface
    private interface Part {

        void run(Report report) throws InterruptedException;
    }

    public WholeBench(Plans plans, Consumer<String> progress) {
        this.plans = plans;
        this.progress = progress;
    }

    /** Runs all parts, and tells after each what there is. A part that shares nothing with another is one line here. */
    public void run(Report report, Consumer<Report> afterEach) throws InterruptedException {
        List<Part> parts = List.of(this::core, this::replayAndEngine, this::peer, this::endToEndAndIntake);
        for (Part part : parts) {
            part.run(report);
            afterEach.accept(report);
        }
    }

    private void core(Report report) {
        progress.accept("core");
        plans.core().run(report);
    }

    /** The replay comes first: what the engine decides would be more to verify. */
    private void replayAndEngine(Report report) throws InterruptedException {
        progress.accept("replay and engine: starting a sandbox");
        try (Scratch scratch = scratch();
                Sandbox sandbox = Sandbox.start(EngineBench.settings(scratch.settings(), plans.engine()))) {
            new ReplayBench(sandbox, plans.replay(), progress).run(report);
            new EngineBench(sandbox, plans.engine(), progress).run(report);
        }
    }

    private void peer(Report report) throws InterruptedException {
        try (Scratch scratch = scratch()) {
            PeerPart.run(scratch, plans.peer(), progress, report);
        }
    }

    /** The intake comes last: it does without the engine. */
    private void endToEndAndIntake(Report report) throws InterruptedException {
        progress.accept("end to end and intake: starting a sandbox");
        Vertx vertx = Vertx.vertx();
        try (Scratch scratch = scratch()) {
            SandboxSettings base = scratch.settings();
            try (Sink sink = Sink.start(vertx, new Addresses(base.ports(), base.roles()).standIn());
                    Sandbox sandbox = Sandbox.start(EndToEndBench.settings(base, sink))) {
                new EndToEndBench(sandbox, plans.endToEnd(), sink, progress).run(RUN_END_TO_END, report);
                new IntakeBench(sandbox, plans.intake(), progress).run(RUN_INTAKE, report);
            }
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private Scratch scratch() {
        return Scratch.create(plans.isQuick());
    }
}
