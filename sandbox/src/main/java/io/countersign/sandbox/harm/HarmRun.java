package io.countersign.sandbox.harm;

import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.demo.world.Caps;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.Poll;
import io.countersign.sandbox.evidence.Auditor;
import io.countersign.sandbox.evidence.Comparison;
import io.countersign.sandbox.evidence.Evidence;
import io.countersign.sandbox.evidence.EvidenceReader;
import io.countersign.sandbox.evidence.Problem;
import io.countersign.sandbox.evidence.Promise;
import io.countersign.sandbox.evidence.ReplayVerify;
import io.countersign.sandbox.process.ProcessRef;
import io.countersign.sandbox.settings.Role;
import io.countersign.sandbox.settings.SandboxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Plays steps against one system, one after another, and compares the four accounts of the truth after each. */
final class HarmRun implements AutoCloseable {
    private static final int PER_SECOND = 15;
    private static final Duration BEFORE = Duration.ofSeconds(2);
    private static final Duration AFTER = Duration.ofSeconds(3);
    private static final Duration RECOVERY = Duration.ofSeconds(90);

    /** The longest signature, the policy's margin, and a minute for the weight of what many look-ups cost one user. */
    private static final Duration LOOKING_UP = Duration.ofMinutes(2);

    private final Sandbox sandbox;
    private final DemoWorld world;
    private final EvidenceReader reader;
    private final Map<Long, Caps> caps;
    private final Set<Problem> known = new HashSet<>();
    private final LookingUp lookingUp = new LookingUp();

    HarmRun(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.world = DemoWorld.of(sandbox);
        this.reader = new EvidenceReader(sandbox);
        this.caps = world.publishedCaps();
    }

    /** Returns when the system has settled, or has not in time; {@code seed} gives the order of the load. */
    StepResult play(HarmStep step, long seed) throws InterruptedException {
        long begun = System.nanoTime();
        List<Problem> problems = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        Traffic traffic = new Traffic(world, seed);
        long from = System.nanoTime();
        try (traffic) {
            traffic.start(PER_SECOND);
            hurt(step, new Scene(sandbox, world.standIn(), traffic), remarks);
            problems.addAll(recovered(remarks));
            pass(AFTER);
        }
        Evidence evidence = reader.settled(RECOVERY);
        if (!evidence.isSettled()) {
            problems.add(new Problem(Promise.BACK_TO_NORMAL, "not settled within " + RECOVERY.toSeconds() + " s"));
        }
        Truth truth = new Truth(evidence);
        List<Told> told = traffic.told();
        problems.addAll(newProblems(evidence));
        problems.addAll(new Hearing(truth, step.losesAnswers()).of(told));
        told.stream()
                .filter(each ->
                        truth.state(each.digest()).filter("UNKNOWN"::equals).isPresent())
                .forEach(each -> lookingUp.take(each, traffic.account(each.client())));
        lookingUp.once(world);
        problems.addAll(auditors());
        long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
        return new StepReckoning(step, told, truth)
                .result(traffic.offered(), longestGap(told, from), problems, remarks, seconds);
    }

    /** Returns when look-ups have resolved all that was unknown, or have not in time. */
    StepResult lookUp() throws InterruptedException {
        long begun = System.nanoTime();
        lookingUp.untilNoneIsLeft(world, LOOKING_UP);
        Evidence evidence = reader.settled(RECOVERY);
        List<Problem> problems = new ArrayList<>(lookingUp.problems(new Truth(evidence)));
        problems.addAll(newProblems(evidence));
        problems.addAll(auditors());
        return lookingUp.result(
                problems, Duration.ofNanos(System.nanoTime() - begun).toSeconds());
    }

    /** What the books disagree on and no step before was told of; what may only be missing yet is told again if it stays. */
    private List<Problem> newProblems(Evidence evidence) {
        List<Problem> fresh = Comparison.problems(evidence, caps).stream()
                .filter(each -> !known.contains(each))
                .toList();
        if (evidence.isSettled()) {
            known.addAll(fresh);
        }
        return fresh;
    }

    /** Decides everything again, from the first step on, in a process of its own. */
    private List<Problem> auditors() throws InterruptedException {
        ReplayVerify replay = new Auditor(sandbox).verify();
        return replay.exitCode() == 0
                ? List.of()
                : List.of(new Problem(
                        Promise.REPLAYS,
                        "replay verify ended with %d: %s"
                                .formatted(replay.exitCode(), replay.said().strip())));
    }

    @Override
    public void close() {
        reader.close();
        world.close();
    }

    private static void hurt(HarmStep step, Scene scene, List<String> remarks) throws InterruptedException {
        pass(BEFORE);
        for (Harm harm : step.harms()) {
            act(harm, harm.begin(), scene, remarks);
        }
        pass(step.lasts());
        for (Harm harm : step.harms()) {
            act(harm, harm.end(), scene, remarks);
        }
    }

    /** What cannot be done while something else is hurt is no problem yet: it is one if the system does not come back. */
    private static void act(Harm harm, Harm.Act act, Scene scene, List<String> remarks) throws InterruptedException {
        try {
            act.on(scene);
        } catch (SandboxException e) {
            remarks.add(harm.name() + ": " + e.getMessage());
        }
    }

    /** As whatever runs these processes elsewhere does: what ended by itself is started again, and told. */
    private List<Problem> recovered(List<String> remarks) throws InterruptedException {
        Set<Role> missing = Poll.until(RECOVERY, () -> missing(remarks), Set::isEmpty);
        return missing.stream()
                .map(role -> new Problem(
                        Promise.BACK_TO_NORMAL,
                        role.label() + " is not ready: " + sandbox.files().log(role)))
                .toList();
    }

    private Set<Role> missing(List<String> remarks) throws InterruptedException {
        Set<Role> missing = EnumSet.noneOf(Role.class);
        for (Map.Entry<Role, ProcessRef> each : sandbox.processes().entrySet()) {
            Role role = each.getKey();
            if (!each.getValue().isAlive()) {
                remarks.add(role.label() + " ended by itself and was started again: "
                        + sandbox.files().log(role));
                sandbox.relaunch(role);
            }
            if (!sandbox.isReady(role)) {
                missing.add(role);
            }
        }
        return missing;
    }

    private static Duration longestGap(List<Told> told, long from) {
        List<Long> times = told.stream()
                .filter(each -> each.word().isService())
                .map(Told::atNanos)
                .sorted()
                .collect(Collectors.toCollection(ArrayList::new));
        times.addFirst(from);
        long longest = 0;
        for (int i = 1; i < times.size(); i++) {
            longest = Math.max(longest, times.get(i) - times.get(i - 1));
        }
        return Duration.ofNanos(longest);
    }

    private static void pass(Duration time) throws InterruptedException {
        boolean unused = Poll.until(time, () -> false, over -> over);
    }
}
