package io.countersign.bench.endtoend;

import io.countersign.bench.http.HttpTarget;
import io.countersign.bench.http.PreparedRequest;
import io.countersign.bench.load.Arrivals;
import io.countersign.bench.load.OpenLoop;
import io.countersign.bench.load.Sample;
import io.countersign.bench.load.Shot;
import io.countersign.bench.workload.ClosedSlice;
import io.countersign.bench.workload.Processes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;

/**
 * One of the two ways from a caller to Binance and back: the system's, or the floor's.
 *
 * @param kafka of the brokers that its records are on
 * @param processes that it needs, the broker included
 * @param refusals how often it answered with each status but 200
 */
record Way(
        HttpTarget entrance, Trail trail, Sink sink, String kafka, Processes processes, Map<Integer, Long> refusals) {

    private static final int OK = 200;
    private static final int NANOS_PER_MICRO = 1_000;
    private static final int MICROS_PER_MILLI = 1_000;
    private static final int HALF_A_MILLI = 500;

    Way(HttpTarget entrance, Trail trail, Sink sink, String kafka, Processes processes) {
        this(entrance, trail, sink, kafka, processes, new ConcurrentSkipListMap<>());
    }

    /** Sends all of {@code requests} when they are due and returns when each is answered. */
    Slice openLoop(List<PreparedRequest> requests, Arrivals arrivals) {
        Map<TopicPartition, Long> begin = Footprints.ends(kafka, trail);
        sink.forget();
        long[] due = new long[requests.size()];
        long[] answered = new long[requests.size()];
        List<Shot> shots = IntStream.range(0, due.length)
                .<Shot>mapToObj(i -> timed(shot(requests.get(i)), answered, i))
                .toList();
        Sample answers = OpenLoop.run(shots, arrivals, (shot, nanos) -> due[shot] = nanos);
        Footprints footprints = Footprints.since(kafka, trail, begin);
        ArrivalTimes arrived = new ArrivalTimes();
        List<Flight> flights = new ArrayList<>();
        for (int i = 0; i < due.length; i++) {
            OptionalLong there = sink.arrived(Mark.of(requests.get(i)));
            arrived.add(due[i], there);
            if (there.isPresent()) {
                flight(footprints, trail.name().apply(requests.get(i)), due[i], there.getAsLong(), answered[i])
                        .ifPresent(flights::add);
            }
        }
        return new Slice(arrived.sample(answers.seconds()), answers, flights);
    }

    /** As many as pass at once, {@code callers} at a time. */
    ClosedSlice closedLoop(List<PreparedRequest> requests, int callers) {
        sink.forget();
        return ClosedSlice.run(requests.stream().map(this::shot).toList(), callers, processes);
    }

    private Shot shot(PreparedRequest request) {
        return entrance.shot(request, OK, status -> refusals.merge(status, 1L, Long::sum));
    }

    private static Shot timed(Shot shot, long[] answered, int index) {
        return () -> shot.fire().whenComplete((good, broken) -> answered[index] = System.nanoTime());
    }

    private static Optional<Flight> flight(Footprints footprints, String name, long due, long arrived, long answered) {
        OptionalLong requested = footprints.appended(0, name);
        OptionalLong decided = footprints.appended(1, name);
        OptionalLong told = footprints.appended(2, name);
        if (requested.isEmpty() || decided.isEmpty() || told.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Flight(
                micros(due),
                appended(requested.getAsLong()),
                appended(decided.getAsLong()),
                micros(arrived),
                appended(told.getAsLong()),
                micros(answered)));
    }

    /** Brokers count whole milliseconds: on average the record was there half of one later. */
    private static long appended(long millis) {
        return millis * MICROS_PER_MILLI + HALF_A_MILLI;
    }

    /** By the machine's clock, which the brokers read too. */
    private static long micros(long nanos) {
        long ago = (System.nanoTime() - nanos) / NANOS_PER_MICRO;
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()) - ago;
    }
}
