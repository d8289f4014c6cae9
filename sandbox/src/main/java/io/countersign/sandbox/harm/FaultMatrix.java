package io.countersign.sandbox.harm;

import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.settings.SandboxException;
import io.countersign.sandbox.settings.SandboxSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Plays a plan for as long as there is time. */
public final class FaultMatrix {
    private static final int BROKERS = 3;

    private final Sandbox sandbox;
    private final HarmTable table;

    public FaultMatrix(Sandbox sandbox, HarmTable table) {
        this.sandbox = sandbox;
        this.table = table;
    }

    /** The system that it needs: three brokers, and two of everything that stands in for another. */
    public static SandboxSettings system(SandboxSettings from) {
        // Ten processes on two cores: what the optimising compiler takes while they start is not there for them.
        return from.withBrokers(BROKERS).withEngines(2).withRelays(2).startingFast();
    }

    /** One step at least; no step that would not end in time if it took as long as the longest before it. */
    public HarmReport play(HarmPlan plan, Duration time) throws InterruptedException {
        Instant end = Instant.now().plus(time);
        List<StepResult> results = new ArrayList<>();
        Duration longest = Duration.ZERO;
        table.head();
        try (HarmRun run = new HarmRun(sandbox)) {
            for (HarmStep step : plan.steps()) {
                if (!results.isEmpty() && Instant.now().plus(longest).isAfter(end)) {
                    break;
                }
                StepResult result = played(run, step, plan.seed() + results.size());
                results.add(result);
                table.row(result);
                Duration took = Duration.ofSeconds(result.seconds());
                longest = took.compareTo(longest) > 0 ? took : longest;
            }
            StepResult lookedUp = run.lookUp();
            results.add(lookedUp);
            table.row(lookedUp);
        }
        return report(plan, results);
    }

    /** A load that cannot even begin is a system that did not come back; the run goes on, and what it has found so far is not lost. */
    private static StepResult played(HarmRun run, HarmStep step, long seed) throws InterruptedException {
        long begun = System.nanoTime();
        try {
            return run.play(step, seed);
        } catch (SandboxException e) {
            return StepResult.notPlayed(
                    step, String.valueOf(e.getMessage()), Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    private static HarmReport report(HarmPlan plan, List<StepResult> results) {
        int passed = (int) results.stream().filter(StepResult::isPassed).count();
        List<String> leftOut = plan.steps().subList(results.size() - 1, plan.size()).stream()
                .map(HarmStep::name)
                .toList();
        return new HarmReport(plan.seed(), passed, results.size() - passed, leftOut, results);
    }
}
