package io.countersign.domain.scenario;

import com.amazon.randomcutforest.RandomCutForest;
import io.countersign.domain.finding.Verdict;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.request.Destination;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A random cut forest for each account, on the same transfers: what to compare the rules with. */
final class Forest {

    private static final int TREES = 30;
    private static final int SAMPLE = 128;
    private static final double WEEK = Duration.ofDays(7).toSeconds();
    private static final int DIMENSIONS = 9;

    /** What a dimension is divided by: the best of 30 random draws on the tuning seeds. */
    private static final double[] SCALES = {1.56, 0.49, 0.72, 2.86, 2.22, 0.41, 0.36, 0.54, 0.76};

    /** Gives as many false alarms on the tuning seeds as the rules do. */
    static final double THRESHOLD = 1.7217;

    private final double threshold;
    private final Map<AccountId, Known> accounts = new HashMap<>();
    private final Map<ConnectionId, Instant> boundAt = new HashMap<>();
    private final FanIn fanIn = new FanIn();

    private Forest(double threshold) {
        this.threshold = threshold;
    }

    /** What one account's forest knows. */
    private static final class Known {
        final RandomCutForest forest;
        final Map<Destination, Instant> firstAt = new HashMap<>();
        final List<Step.Send> sent = new ArrayList<>();

        Known(long seed) {
            forest = RandomCutForest.builder()
                    .dimensions(DIMENSIONS)
                    .numberOfTrees(TREES)
                    .sampleSize(SAMPLE)
                    .outputAfter(8)
                    .randomSeed(seed)
                    .build();
        }

        void learn(Step.Send send, float[] point) {
            forest.update(point);
            firstAt.putIfAbsent(send.destination(), send.at());
            sent.add(send);
        }
    }

    /** Doubts from {@code threshold} on; does not learn from a theft that it doubted. */
    static List<Judged> play(Town town, double threshold) {
        Forest forest = new Forest(threshold);
        List<Judged> judged = new ArrayList<>();
        for (Step step : town.steps()) {
            switch (step) {
                case Step.Bind bind -> forest.boundAt.put(bind.connection(), bind.at());
                case Step.Send send -> judged.add(forest.judge(send));
            }
        }
        return judged;
    }

    private Judged judge(Step.Send send) {
        Known known = accounts.computeIfAbsent(
                send.account(), id -> new Known(id.value().hashCode()));
        float[] point = new float[DIMENSIONS];
        double[] raw = raw(send, known);
        for (int i = 0; i < DIMENSIONS; i++) {
            point[i] = (float) (raw[i] / SCALES[i]);
        }
        double score = known.forest.isOutputReady() ? known.forest.getAnomalyScore(point) : 0;
        Verdict verdict = score >= threshold ? Verdict.STEP_UP : Verdict.PASS;
        if (send.attack() == null || verdict == Verdict.PASS) {
            known.learn(send, point);
            fanIn.sent(send.destination(), send.account(), send.at());
        }
        return new Judged(send, verdict, score, List.of());
    }

    private double[] raw(Step.Send send, Known known) {
        List<Step.Send> sent = known.sent;
        int n = sent.size();
        double hour = send.at().atOffset(ZoneOffset.UTC).toLocalTime().toSecondOfDay() / 86_400.0 * 2 * StrictMath.PI;
        double lastGap = n < 1 ? WEEK : seconds(sent.get(n - 1).at(), send.at());
        double gapBefore =
                n < 2 ? WEEK : seconds(sent.get(n - 2).at(), sent.get(n - 1).at());
        Instant firstAt = known.firstAt.getOrDefault(send.destination(), send.at());
        Instant bound = boundAt.getOrDefault(send.connection(), send.at());
        return new double[] {
            StrictMath.log1p(send.worth().doubleValue()),
            StrictMath.sin(hour),
            StrictMath.cos(hour),
            StrictMath.log1p(lastGap),
            StrictMath.log1p(StrictMath.max(lastGap, gapBefore)),
            StrictMath.max(0, 1 - seconds(firstAt, send.at()) / WEEK),
            StrictMath.max(0, 1 - seconds(bound, send.at()) / WEEK),
            StrictMath.log1p(fanIn.others(send.destination(), send.account(), send.at())),
            hugging(sent, send)
        };
    }

    private static double hugging(List<Step.Send> sent, Step.Send send) {
        if (!hugs(send)) {
            return 0;
        }
        Instant since = send.at().minus(Duration.ofDays(1));
        return 1
                + sent.stream()
                        .filter(each -> each.at().isAfter(since) && hugs(each))
                        .count();
    }

    private static boolean hugs(Step.Send send) {
        double worth = send.worth().doubleValue();
        return (worth >= 900 && worth <= 1000) || (worth >= 9000 && worth <= 10_000);
    }

    private static double seconds(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMillis() / 1000.0);
    }
}
