package io.countersign.bench.peer;

import io.countersign.bench.http.PreparedRequest;
import io.countersign.bench.load.Arrivals;
import io.countersign.bench.load.OpenLoop;
import io.countersign.bench.load.Sample;
import io.countersign.bench.load.Shot;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * A stretch of withdrawals that were due at random instants.
 *
 * @param octets until each was whole at the stand-in; one that was not seen there, or twice, is a failure
 * @param answers until each caller was answered
 */
record OpenSlice(Sample octets, Sample answers) {

    private static final long LONGEST_MICROS = 60_000_000;
    private static final int DIGITS = 3;
    private static final int NANOS_PER_MICRO = 1_000;

    static OpenSlice run(
            Contestant contestant, List<PreparedRequest> withdrawals, Sightings sightings, int perSecond, long seed)
            throws InterruptedException {
        List<Shot> shots = contestant.shots(withdrawals);
        sightings.forget();
        long startMicros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        Sample answers = OpenLoop.run(shots, new Arrivals(perSecond, seed));
        Histogram latencies = new Histogram(LONGEST_MICROS, DIGITS);
        Map<String, List<Long>> seen = sightings.all();
        // The same seed: the same instants again.
        Arrivals again = new Arrivals(perSecond, seed);
        long dueNanos = 0;
        long failures = 0;
        for (PreparedRequest withdrawal : withdrawals) {
            dueNanos += again.nextGap();
            List<Long> at = seen.getOrDefault(
                    Sightings.order(withdrawal.body().toString(StandardCharsets.US_ASCII)), List.of());
            if (at.size() == 1) {
                long micros = at.getFirst() - startMicros - dueNanos / NANOS_PER_MICRO;
                latencies.recordValue(Math.clamp(micros, 0, LONGEST_MICROS));
            } else {
                failures++;
            }
        }
        return new OpenSlice(new Sample(latencies, failures, answers.seconds()), answers);
    }
}
