package io.countersign.sandbox.harm;

import io.countersign.sandbox.settings.SandboxException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which steps there are, in which order: every harm once, then every pair, both in an order that the seed gives. */
public record HarmPlan(long seed, List<HarmStep> steps) {
    public HarmPlan {
        steps = List.copyOf(steps);
    }

    /** Everything, or what is wanted by name: {@code kill-engine} or {@code kill-engine+slow}. */
    public static HarmPlan of(long seed, List<String> wanted) {
        Random random = new Random(seed);
        List<Harm> harms = Harms.all(random);
        return new HarmPlan(seed, wanted.isEmpty() ? all(harms, random) : named(harms, wanted));
    }

    /** The names that a step can be asked for by. */
    public static List<String> names() {
        return Harms.all(new Random(0)).stream().map(Harm::name).toList();
    }

    int size() {
        return steps.size();
    }

    private static List<HarmStep> all(List<Harm> harms, Random random) {
        List<HarmStep> singles = new ArrayList<>();
        List<HarmStep> pairs = new ArrayList<>();
        for (int i = 0; i < harms.size(); i++) {
            singles.add(new HarmStep(List.of(harms.get(i))));
            for (Harm second : harms.subList(i + 1, harms.size())) {
                if (!harms.get(i).target().equals(second.target())) {
                    pairs.add(new HarmStep(List.of(harms.get(i), second)));
                }
            }
        }
        Collections.shuffle(singles, random);
        Collections.shuffle(pairs, random);
        singles.addAll(pairs);
        return singles;
    }

    private static List<HarmStep> named(List<Harm> harms, List<String> wanted) {
        Map<String, Harm> byName = harms.stream().collect(Collectors.toMap(Harm::name, Function.identity()));
        List<HarmStep> steps = new ArrayList<>();
        for (String step : wanted) {
            List<Harm> found = new ArrayList<>();
            for (String name : step.split("\\+", -1)) {
                Harm harm = byName.get(name.strip());
                if (harm == null) {
                    throw new SandboxException(
                            "there is no step " + name.strip() + "; there are " + String.join(", ", names()));
                }
                found.add(harm);
            }
            steps.add(new HarmStep(found));
        }
        return steps;
    }
}
