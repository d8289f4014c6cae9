package io.countersign.bench.engine;

import io.countersign.bench.report.Rates;
import io.countersign.bench.report.Report;
import io.countersign.bench.workload.Load;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.settings.Role;
import io.countersign.sandbox.settings.SandboxException;
import io.countersign.sandbox.settings.SandboxSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/**
 * Measures the engine's process beside two pass-throughs of the same settings, on one broker: one writes a record for a request, the
 * other as many as the engine does. The requests are on the topic before a slice begins, and while one takes them the others are
 * frozen, so that none costs another anything.
 */
public final class EngineBench {

    /** Slices that are still too short when they are so many times as large will not become measurable. */
    private static final int MOST_GROWTH = 256;

    private final Sandbox sandbox;
    private final EnginePlan plan;
    private final Consumer<String> progress;
    private int sliceRequests;

    /** {@code sandbox} was started with {@link #settings}. */
    public EngineBench(Sandbox sandbox, EnginePlan plan, Consumer<String> progress) {
        this.sandbox = sandbox;
        this.plan = plan;
        this.progress = progress;
        this.sliceRequests = plan.sliceRequests();
    }

    /** A broker, a registry and an engine that can be frozen. */
    public static SandboxSettings settings(SandboxSettings base, EnginePlan plan) {
        return base.only(Role.BROKER, Role.REGISTRY, Role.ENGINE)
                .withJvmOptions(Role.ENGINE, options(plan).toArray(String[]::new));
    }

    /** What everyone who takes turns is started with. */
    static List<String> options(EnginePlan plan) {
        return List.of(
                // Whoever is frozen is not taken for dead, and its transactions stay.
                "-Dcountersign.engine.session-timeout=PT10M",
                "-Dcountersign.engine.transaction-timeout=PT10M",
                "-Dcountersign.engine.stream-threads=" + plan.streamThreads());
    }

    /** Measures as planned. */
    public void run(Report report) throws InterruptedException {
        try (Load load = new Load(sandbox, plan.accounts(), plan.seed())) {
            progress.accept("admitting %d accounts".formatted(plan.accounts()));
            load.admitAll();
            load.ask(plan.accounts());
            load.awaitEngine();
            Sizes sizes = Sizes.of(sandbox.addresses().kafka(), load.framing());
            try (Side engine = Side.engine(sandbox);
                    Side bare = Side.passThrough(sandbox, "bare", plan, sizes.bare());
                    Side same = Side.passThrough(sandbox, "same", plan, sizes.same())) {
                tell(report, measure(load, List.of(engine, bare, same)));
            }
        }
    }

    private Map<String, List<Drain>> measure(Load load, List<Side> sides) throws InterruptedException {
        for (Side side : sides) {
            side.catchUp();
            side.freeze();
        }
        Map<String, List<Drain>> drains = new LinkedHashMap<>();
        for (int done = -plan.warmUps(); done < plan.slices(); ) {
            progress.accept(done < 0 ? "warming up" : "slice %d of %d".formatted(done + 1, plan.slices()));
            Map<String, Drain> slice = slice(load, done % 2 == 0 ? sides : sides.reversed());
            if (!slice.values().stream().allMatch(Drain::isMeasurable)) {
                grow();
                continue;
            }
            if (done >= 0) {
                slice.forEach((name, drain) ->
                        drains.computeIfAbsent(name, side -> new ArrayList<>()).add(drain));
            }
            done++;
        }
        return drains;
    }

    private Map<String, Drain> slice(Load load, List<Side> order) throws InterruptedException {
        load.ask(sliceRequests);
        Map<String, Drain> drains = new LinkedHashMap<>();
        for (Side side : order) {
            drains.put(side.name(), side.drain());
        }
        return drains;
    }

    /** What a slice of this size costs somebody cannot be told: the next is larger, and this one does not count. */
    private void grow() {
        if (sliceRequests >= plan.sliceRequests() * MOST_GROWTH) {
            throw new SandboxException("slices of %d requests are too short to be measured".formatted(sliceRequests));
        }
        sliceRequests *= 2;
        progress.accept("too short to be measured: %d requests from now on".formatted(sliceRequests));
    }

    private void tell(Report report, Map<String, List<Drain>> drains) {
        String perCore = "decisions a second of one core";
        report.rates(ratio("engine_per_core", plan), rates(drains, "bare", perCore, Drain::perCoreSecond));
        report.rates(ratio("engine_per_core_same_records", plan), rates(drains, "same", perCore, Drain::perCoreSecond));
        report.rates(ratio("engine_wall", plan), rates(drains, "bare", "decisions a second", Drain::perSecond));
    }

    /** A run with more than one thread has names of its own, such as {@code engine_wall_4_threads}. */
    static String ratio(String name, EnginePlan plan) {
        int threads = plan.streamThreads();
        return threads == 1 ? name : "%s_%d_threads".formatted(name, threads);
    }

    private Rates rates(Map<String, List<Drain>> drains, String floor, String unit, ToDoubleFunction<Drain> rate) {
        String load = sliceRequests + (plan.streamThreads() == 1 ? "" : "x" + plan.streamThreads());
        return new Rates("engine", load, unit, all(drains, Side.ENGINE, rate), all(drains, floor, rate));
    }

    private static List<Double> all(Map<String, List<Drain>> drains, String side, ToDoubleFunction<Drain> rate) {
        return drains.getOrDefault(side, List.of()).stream()
                .map(rate::applyAsDouble)
                .toList();
    }
}
