package io.countersign.domain.scenario;

import io.countersign.domain.finding.Verdict;
import io.countersign.domain.policy.AnomalyThresholds;
import io.countersign.domain.rule.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/** Looks for weights on the tuning seeds: the least value lost, at no more than five false step-ups of 1,000. */
final class Tuning {

    private static final double FALSE_ALARMS = 5;
    private static final int ROUNDS = 2000;

    /** Less than the threshold, so that no rule alone makes a doubt. */
    private static final int MOST = 45;

    private final List<List<Judged>> towns;

    private Tuning(List<List<Judged>> towns) {
        this.towns = towns;
    }

    /** The seeds that weights, ramps and the forest's scales were chosen on. */
    static LongStream seeds() {
        return LongStream.range(1000, 1008);
    }

    /** The best weights found by random steps of five, from those in use. */
    static String search() {
        int[] full = new int[Scoring.WEIGHTS.length];
        Arrays.fill(full, 100);
        List<Rule> rules = Scoring.rules(full);
        AnomalyThresholds never = new AnomalyThresholds(Integer.MAX_VALUE, Integer.MAX_VALUE);
        Tuning tuning = new Tuning(seeds().mapToObj(Town::of)
                .map(town -> Play.of(town, Scoring.policy(never, rules), rules))
                .toList());
        Random random = new Random(1);
        int[] best = Scoring.WEIGHTS.clone();
        double least = tuning.cost(best);
        for (int i = 0; i < ROUNDS; i++) {
            int[] next = best.clone();
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                int rule = random.nextInt(next.length);
                next[rule] = Math.clamp(next[rule] + 5L * (random.nextInt(7) - 3), 0, MOST);
            }
            double cost = tuning.cost(next);
            if (cost < least) {
                least = cost;
                best = next;
            }
        }
        double forest = forestThreshold(tuning.tally(Scoring.WEIGHTS).falseAlarms(Verdict.STEP_UP));
        return "in use %s: %.4f%nbest %s: %.4f%nforest's threshold: %.4f%n"
                .formatted(
                        Arrays.toString(Scoring.WEIGHTS),
                        tuning.cost(Scoring.WEIGHTS),
                        Arrays.toString(best),
                        least,
                        forest);
    }

    /** Mean share of the value that left before the first doubt, over the attacks, and a heavy price for too many false alarms. */
    private double cost(int... weights) {
        Tally tally = tally(weights);
        double lost = Report.MEANT.stream()
                .mapToDouble(each -> tally.only(List.of(each)).leftBefore())
                .average()
                .orElseThrow();
        return lost + Math.max(0, tally.falseAlarms(Verdict.STEP_UP) - FALSE_ALARMS);
    }

    private Tally tally(int... weights) {
        return Tally.of(towns.stream()
                .map(town -> town.stream().map(each -> again(each, weights)).toList())
                .toList());
    }

    private static double forestThreshold(double falseAlarms) {
        return Tally.of(seeds().mapToObj(Town::of)
                        .map(town -> Forest.play(town, Double.MAX_VALUE))
                        .toList())
                .scoreReachedBy(falseAlarms);
    }

    private static Judged again(Judged judged, int... weights) {
        int score = 0;
        for (int i = 0; i < weights.length; i++) {
            score += judged.points().get(i) * weights[i] / 100;
        }
        Verdict verdict = score >= Scoring.THRESHOLDS.stepUp() ? Verdict.STEP_UP : Verdict.PASS;
        return new Judged(judged.send(), verdict, score, judged.points());
    }
}
