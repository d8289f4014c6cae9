package io.countersign.bench.endtoend;

import io.countersign.bench.http.HttpTarget;
import io.countersign.bench.load.Arrivals;
import io.countersign.bench.load.Sample;
import io.countersign.bench.report.Comparison;
import io.countersign.bench.report.Report;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.settings.Role;
import io.countersign.sandbox.settings.SandboxSettings;
import io.countersign.wire.codec.RegistryFraming;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
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
            Way system = new Way(gateway, Trail.ofSystem(framing), sink, kafka);
            warmUp(system, callers);
            try (BarePipeline pipeline = BarePipeline.start(sandbox, sink.address());
                    HttpTarget bare = target(vertx, pipeline.address())) {
                Way floor = new Way(bare, Trail.ofFloor(), sink, kafka);
                warmUp(floor, callers);
                measure(new Sides(system, floor), callers, report);
            }
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private record Sides(Way system, Way floor) {}

    private record Turns<T>(List<T> system, List<T> floor) {

        Comparison compare(String load, Function<T, Sample> what) {
            return new Comparison(
                    load,
                    system.stream().map(what).toList(),
                    floor.stream().map(what).toList());
        }
    }

    private void warmUp(Way way, Callers callers) {
        progress.accept("warming up");
        for (int left = plan.warmUp(); left > 0; left -= SIGNED_AT_ONCE) {
            way.closedLoop(callers.next(Math.min(left, SIGNED_AT_ONCE)), CALLERS);
        }
    }

    private void measure(Sides sides, Callers callers, Report report) {
        for (int rate : plan.rates()) {
            progress.accept("%d requests a second".formatted(rate));
            String load = rate + "rps";
            Turns<Slice> turns = inTurns(
                    sides,
                    way -> way.openLoop(callers.next(rate * plan.sliceSeconds()), new Arrivals(rate, plan.seed())));
            report.latency(SUBJECT, turns.compare(load, Slice::arrival));
            report.latency(SUBJECT + "_answer", turns.compare(load, Slice::answer));
            report.figures(SUBJECT + "_hops", load + " system", Hop.figures(flights(turns.system())));
            report.figures(SUBJECT + "_hops", load + " floor", Hop.figures(flights(turns.floor())));
        }
        progress.accept("as many as pass");
        Turns<Sample> turns = inTurns(sides, way -> way.closedLoop(callers.next(plan.throughputShots()), CALLERS));
        report.throughput(SUBJECT, turns.compare("closed" + CALLERS, Function.identity()));
        report.figures(SUBJECT + "_refusals", "system", refusals(sides.system()));
        report.figures(SUBJECT + "_refusals", "floor", refusals(sides.floor()));
    }

    /** System, floor, floor, system, and so on: neither is always the one that comes first. */
    private <T> Turns<T> inTurns(Sides sides, Function<Way, T> slice) {
        List<T> system = new ArrayList<>();
        List<T> floor = new ArrayList<>();
        for (int i = 0; i < plan.slices(); i++) {
            if (i % 2 == 0) {
                system.add(slice.apply(sides.system()));
                floor.add(slice.apply(sides.floor()));
            } else {
                floor.add(slice.apply(sides.floor()));
                system.add(slice.apply(sides.system()));
            }
        }
        return new Turns<>(system, floor);
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

    private static HttpTarget target(Vertx vertx, String address) {
        return new HttpTarget(vertx, address, MOST_CONNECTIONS);
    }
}
