package io.countersign.wire.mapping;

import io.countersign.domain.behaviour.Baseline;
import io.countersign.domain.behaviour.Estimate;
import io.countersign.domain.behaviour.Hours;
import io.countersign.domain.behaviour.Silence;
import io.countersign.domain.money.Asset;
import io.countersign.domain.request.Destination;
import io.countersign.schema.state.KnownDestination;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of the engine's account store that tells what is usual; null stands for {@link Baseline#NONE}. */
final class BaselineMapping {

    private BaselineMapping() {}

    static io.countersign.schema.state.@Nullable Baseline toAvro(Baseline baseline) {
        if (baseline.equals(Baseline.NONE)) {
            return null;
        }
        Asset quote = baseline.quote();
        Silence silence = baseline.silence();
        return io.countersign.schema.state.Baseline.newBuilder()
                .setTransfers(baseline.transfers())
                .setLastAt(baseline.lastAt())
                .setQuote(quote == null ? null : quote.code())
                .setAmounts(toAvro(baseline.amounts()))
                .setGaps(toAvro(baseline.gaps()))
                .setHours(baseline.hours().weights())
                .setNovelty(baseline.novelty())
                .setSilence(
                        silence == null
                                ? null
                                : new io.countersign.schema.state.Silence(silence.from(), silence.until()))
                .setDestinations(baseline.destinations().entrySet().stream()
                        .map(each -> new KnownDestination(
                                FactsMapping.toAvro(each.getKey()),
                                each.getValue().toEpochMilli()))
                        .toList())
                .build();
    }

    static Baseline fromAvro(io.countersign.schema.state.@Nullable Baseline avro) {
        if (avro == null) {
            return Baseline.NONE;
        }
        String quote = avro.getQuote();
        io.countersign.schema.state.Silence silence = avro.getSilence();
        return new Baseline(
                avro.getTransfers(),
                avro.getLastAt(),
                quote == null ? null : new Asset(quote),
                fromAvro(avro.getAmounts()),
                fromAvro(avro.getGaps()),
                new Hours(avro.getHours()),
                avro.getNovelty(),
                silence == null ? null : new Silence(silence.getFrom(), silence.getUntil()),
                destinations(avro.getDestinations()));
    }

    private static io.countersign.schema.state.Estimate toAvro(Estimate estimate) {
        return new io.countersign.schema.state.Estimate(estimate.count(), estimate.mean(), estimate.variance());
    }

    private static Estimate fromAvro(io.countersign.schema.state.Estimate avro) {
        return new Estimate(avro.getCount(), avro.getMean(), avro.getVariance());
    }

    private static Map<Destination, Instant> destinations(List<KnownDestination> avro) {
        Map<Destination, Instant> destinations = new LinkedHashMap<>();
        avro.forEach(each -> destinations.put(
                FactsMapping.fromAvro(each.getDestination()), Instant.ofEpochMilli(each.getFirstAt())));
        return destinations;
    }
}
