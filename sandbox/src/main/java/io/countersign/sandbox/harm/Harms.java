package io.countersign.sandbox.harm;

import io.countersign.sandbox.demo.world.HandSigned;
import io.countersign.sandbox.demo.world.Poll;
import io.countersign.sandbox.settings.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Everything that can go wrong here, each once; of several instances the seed chooses one. */
final class Harms {
    private static final Duration DOWN = Duration.ofSeconds(3);
    private static final Duration AT_ONCE = Duration.ZERO;

    /** Longer than the session of an engine and of a broker, 2 s each. */
    private static final Duration PAUSE = Duration.ofSeconds(4);

    /** Longer than a relay's session of 6 s. */
    private static final Duration RELAY_PAUSE = Duration.ofSeconds(9);

    private static final Duration MISBEHAVIOUR = Duration.ofSeconds(4);
    private static final Duration SEEN = Duration.ofSeconds(5);
    private static final long SLOW_MILLIS = 1_500;
    /** Some answers are under way at any moment, and the relay still has connections for what it claims next. */
    private static final long RATHER_SLOW_MILLIS = 400;

    private static final long DRIFT_MILLIS = 4_000;
    private static final long RETRY_AFTER_SECONDS = 3;
    private static final int BURST = 100;
    private static final String EVERY_PATH = "";

    private Harms() {}

    static List<Harm> all(Random random) {
        List<Harm> all = new ArrayList<>();
        for (List<Role> kind :
                List.of(List.of(Role.GATEWAY), Role.ENGINES, Role.RELAYS, List.of(Role.REGISTRY), Role.BROKERS)) {
            all.add(kill(kind, random));
            all.add(pause(kind, random));
            all.add(restart(kind, random));
        }
        all.add(fence(Role.RELAYS.get(random.nextInt(Role.RELAYS.size()))));
        all.add(misbehaviour("slow", "slow", SLOW_MILLIS, false));
        all.add(misbehaviour("late", "late", SLOW_MILLIS, false));
        all.add(misbehaviour("fail-before", "error-before", 0, true));
        all.add(misbehaviour("fail-after", "error-after", 0, true));
        all.add(misbehaviour("reset-before", "reset-before", 0, true));
        all.add(misbehaviour("reset-after", "reset-after", 0, true));
        all.add(misbehaviour("garbage", "garbage", 0, true));
        all.add(misbehaviour("rate-limit", "rate-limit", 0, false));
        all.add(ban());
        all.add(drift());
        return all;
    }

    private static Harm kill(List<Role> kind, Random random) {
        Role victim = one(kind, random);
        return new Harm(
                "kill-" + name(kind),
                "SIGKILL of " + victim.label() + " for " + DOWN.toSeconds() + " s",
                name(kind),
                DOWN,
                kind.equals(Role.RELAYS),
                scene -> scene.sandbox().kill(victim),
                scene -> scene.sandbox().relaunch(victim));
    }

    private static Harm pause(List<Role> kind, Random random) {
        Role victim = one(kind, random);
        Duration lasts = kind.equals(Role.RELAYS) ? RELAY_PAUSE : PAUSE;
        return new Harm(
                "pause-" + name(kind),
                "SIGSTOP of " + victim.label() + " for " + lasts.toSeconds() + " s",
                name(kind),
                lasts,
                kind.equals(Role.RELAYS),
                scene -> scene.sandbox().pause(victim),
                scene -> scene.sandbox().resume(victim));
    }

    private static Harm restart(List<Role> kind, Random random) {
        Role victim = one(kind, random);
        return new Harm(
                "restart-" + name(kind),
                "SIGTERM of " + victim.label() + ", started anew",
                name(kind),
                AT_ONCE,
                false,
                scene -> scene.sandbox().relaunch(victim),
                scene -> {});
    }

    /** A relay freezes while it holds what it claimed, and wakes when its partitions are another's. */
    private static Harm fence(Role relay) {
        return new Harm(
                "fence-relay",
                "SIGSTOP of " + relay.label() + " amid " + BURST + " withdrawals for " + RELAY_PAUSE.toSeconds() + " s",
                "relay",
                RELAY_PAUSE,
                true,
                scene -> {
                    scene.binance().misbehaveAlways(HandSigned.PATH, "slow", RATHER_SLOW_MILLIS, 0);
                    int before = scene.binance().requests().size();
                    scene.traffic().burst(BURST);
                    int unused =
                            Poll.until(SEEN, () -> scene.binance().requests().size(), now -> now >= before + BURST / 5);
                    scene.sandbox().pause(relay);
                },
                scene -> {
                    scene.binance().behave();
                    scene.sandbox().resume(relay);
                });
    }

    private static Harm misbehaviour(String name, String kind, long delayMillis, boolean losesAnswers) {
        return binance(name, losesAnswers, scene -> scene.binance()
                .misbehaveAlways(HandSigned.PATH, kind, delayMillis, retryAfter(kind)));
    }

    private static Harm ban() {
        return binance(
                "ban", false, scene -> scene.binance().misbehaveAlways(EVERY_PATH, "ban", 0, RETRY_AFTER_SECONDS));
    }

    private static Harm drift() {
        return binance("drift", false, scene -> scene.binance().drift(DRIFT_MILLIS));
    }

    private static Harm binance(String name, boolean losesAnswers, Harm.Act begin) {
        return new Harm(name, "Binance: " + name, "binance", MISBEHAVIOUR, losesAnswers, begin, scene -> scene.binance()
                .behave());
    }

    private static long retryAfter(String kind) {
        return kind.equals("rate-limit") ? RETRY_AFTER_SECONDS : 0;
    }

    private static Role one(List<Role> kind, Random random) {
        return kind.get(random.nextInt(kind.size()));
    }

    private static String name(List<Role> kind) {
        return kind.getFirst() == Role.GATEWAY
                ? "gateway"
                : kind.getFirst() == Role.ENGINE
                        ? "engine"
                        : kind.getFirst().label().toLowerCase(Locale.ROOT);
    }
}
