package io.countersign.bench.endtoend;

import io.countersign.bench.http.HttpTarget;
import io.countersign.bench.load.Arrivals;
import io.countersign.bench.load.Sample;
import io.countersign.bench.load.Turns;
import io.countersign.bench.report.Comparison;
import io.countersign.bench.report.Rates;
import io.countersign.bench.report.Report;
import io.countersign.bench.workload.ClosedSlice;
import io.countersign.bench.workload.Processes;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.settings.Role;
import io.countersign.sandbox.settings.SandboxSettings;
import io.countersign.wire.codec.RegistryFraming;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Measures the whole system from a signed request to its octets at Binance and to its answer, beside the barest pipeline with the same
 * guarantees. The two take turns on one broker; both live through the whole run, and who is not in turn idles.
 */
public final class EndToEndBench {

    private static final String SUBJECT = "end_to_end";
    private static final int CALLERS = 64;
    private static final int MOST_CONNECTIONS = 4_096;

    /** Signed at once: a signature lives for 60 s, and a cold system takes some hundred a second. */
    private static final int SIGNED_AT_ONCE = 2_000;

    private final Sandbox sandbox;
    private final EndToEndPlan plan;
    private final Sink sink;
    private final Consumer<String> progress;

    /** {@code sandbox} was started with {@link #settings}. */
    public EndToEndBench(Sandbox sandbox, EndToEndPlan plan, Sink sink, Consumer<String> progress) {
        this.sandbox = sandbox;
        this.plan = plan;
        this.sink = sink;
        this.progress = progress;
    }

    /** A whole system that sends to {@code sink}. */
    public static SandboxSettings settings(SandboxSettings base, Sink sink) {
        return base.withJvmOptions(Role.GATEWAY, "-Dcountersign.relay.binance-url=" + sink.address());
    }

    /** Measures as planned; {@code run} keeps the accounts apart from other runs'. */
    public void run(String run, Report report) throws InterruptedException {
        Preparation.prepare(sandbox);
        progress.accept("opening %d accounts".formatted(plan.accounts()));
        Callers callers = Callers.open(sandbox, run, plan.accounts());
        Vertx vertx = Vertx.vertx();
        String kafka = sandbox.addresses().kafka();
        try (RegistryFraming framing = new RegistryFraming(sandbox.addresses().registry());
                HttpTarget gateway = target(vertx, sandbox.addresses().gateway())) {
            Way system = new Way(gateway, Trail.ofSystem(framing), sink, kafka, systemProcesses());
            warmUp(system, callers);
            try (BarePipeline pipeline = BarePipeline.start(sandbox, sink.address());
                    HttpTarget bare = target(vertx, pipeline.address())) {
                Way floor = new Way(bare, Trail.ofFloor(), sink, kafka, pipeline.processes());
                warmUp(floor, callers);
                measure(new Sides(system, floor), callers, report);
            }
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private record Sides(Way system, Way floor) {}

    private void warmUp(Way way, Callers callers) {
        progress.accept("warming up");
        for (int left = plan.warmUp(); left > 0; left -= SIGNED_AT_ONCE) {
            way.closedLoop(callers.next(Math.min(left, SIGNED_AT_ONCE)), CALLERS);
        }
    }

    private void measure(Sides sides, Callers callers, Report report) throws InterruptedException {
        for (int rate : plan.rates()) {
            progress.accept("%d requests a second".formatted(rate));
            String load = rate + "rps";
            Turns<Slice> turns = inTurns(
                    sides,
                    way -> way.openLoop(callers.next(rate * plan.sliceSeconds()), new Arrivals(rate, plan.seed())));
            report.latency(SUBJECT, compared(load, turns.map(Slice::arrival)));
            report.latency(SUBJECT + "_answer", compared(load, turns.map(Slice::answer)));
            report.figures(SUBJECT + "_hops", load + " system", Hop.figures(flights(turns.system())));
            report.figures(SUBJECT + "_hops", load + " floor", Hop.figures(flights(turns.floor())));
        }
        progress.accept("as many as pass");
        tell(inTurns(sides, way -> way.closedLoop(callers.next(plan.throughputShots()), CALLERS)), report);
        report.figures(SUBJECT + "_refusals", "system", refusals(sides.system()));
        report.figures(SUBJECT + "_refusals", "floor", refusals(sides.floor()));
    }

    private static void tell(Turns<ClosedSlice> turns, Report report) {
        String load = "closed" + CALLERS;
        report.throughput(SUBJECT, compared(load, turns.map(ClosedSlice::answers)));
        Turns<Double> perCore = turns.map(ClosedSlice::perCoreSecond);
        report.rates(
                SUBJECT + "_per_core",
                new Rates(SUBJECT, load, "requests a second of one core", perCore.system(), perCore.floor()));
        report.figures(SUBJECT + "_cpu_ms", load + " system", ClosedSlice.millisEach(turns.system()));
        report.figures(SUBJECT + "_cpu_ms", load + " floor", ClosedSlice.millisEach(turns.floor()));
    }

    private <T> Turns<T> inTurns(Sides sides, Turns.Slice<Way, T> slice) throws InterruptedException {
        return Turns.take(plan.slices(), sides.system(), sides.floor(), slice);
    }

    private static Comparison compared(String load, Turns<Sample> turns) {
        return new Comparison(load, turns.system(), turns.floor());
    }

    /** How often each status but 200 was answered, warming up included. */
    private static Map<String, Long> refusals(Way way) {
        return way.refusals().entrySet().stream()
                .collect(Collectors.toMap(
                        each -> "status" + each.getKey(), Map.Entry::getValue, Long::sum, TreeMap::new));
    }

    private static List<Flight> flights(List<Slice> slices) {
        return slices.stream().flatMap(each -> each.flights().stream()).toList();
    }

    private Processes systemProcesses() {
        return new Processes(Map.of(
                Role.GATEWAY.label(), sandbox.process(Role.GATEWAY).pid(),
                Role.ENGINE.label(), sandbox.process(Role.ENGINE).pid(),
                Role.BROKER.label(), sandbox.process(Role.BROKER).pid()));
    }

    private static HttpTarget target(Vertx vertx, String address) {
        return new HttpTarget(vertx, address, MOST_CONNECTIONS);
    }
}
