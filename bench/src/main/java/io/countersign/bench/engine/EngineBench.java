package io.countersign.bench.engine;

import io.countersign.bench.report.Rates;
import io.countersign.bench.report.Report;
import io.countersign.bench.workload.Load;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.settings.Role;
import io.countersign.sandbox.settings.SandboxSettings;
import java.util.ArrayList;
import java.util.Collections;
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

    private final Sandbox sandbox;
    private final EnginePlan plan;
    private final Consumer<String> progress;

    /** {@code sandbox} was started with {@link #settings}. */
    public EngineBench(Sandbox sandbox, EnginePlan plan, Consumer<String> progress) {
        this.sandbox = sandbox;
        this.plan = plan;
        this.progress = progress;
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
        for (int i = -1; i < plan.slices(); i++) { // one to warm up
            progress.accept(i < 0 ? "warming up" : "slice %d of %d".formatted(i + 1, plan.slices()));
            load.ask(plan.sliceRequests());
            List<Side> order = new ArrayList<>(sides);
            if (i % 2 != 0) {
                Collections.reverse(order);
            }
            for (Side side : order) {
                Drain drain = side.drain();
                if (i >= 0) {
                    drains.computeIfAbsent(side.name(), name -> new ArrayList<>())
                            .add(drain);
                }
            }
        }
        return drains;
    }

    private void tell(Report report, Map<String, List<Drain>> drains) {
        report.rates("engine_per_core", rates(drains, "bare", "decisions a second of one core", Drain::perCoreSecond));
        report.rates(
                "engine_per_core_same_records",
                rates(drains, "same", "decisions a second of one core", Drain::perCoreSecond));
        report.rates("engine_wall", rates(drains, "bare", "decisions a second", Drain::perSecond));
    }

    private Rates rates(Map<String, List<Drain>> drains, String floor, String unit, ToDoubleFunction<Drain> rate) {
        String load = plan.sliceRequests() + (plan.streamThreads() == 1 ? "" : "x" + plan.streamThreads());
        return new Rates("engine", load, unit, all(drains, Side.ENGINE, rate), all(drains, floor, rate));
    }

    private static List<Double> all(Map<String, List<Drain>> drains, String side, ToDoubleFunction<Drain> rate) {
        return drains.getOrDefault(side, List.of()).stream()
                .map(rate::applyAsDouble)
                .toList();
    }
}
