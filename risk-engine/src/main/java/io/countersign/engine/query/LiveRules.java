package io.countersign.engine.query;

import io.countersign.domain.control.Freeze;
import io.countersign.domain.policy.Policies;
import io.countersign.engine.topology.EngineCodecs;
import io.countersign.engine.topology.EngineTopology;
import io.countersign.engine.topology.HouseRules;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** The rules that this engine judges by, for whoever asks. Safe for many threads. */
final class LiveRules {

    private final KafkaStreams streams;
    private final EngineCodecs codecs;
    private final Clock clock = Clock.systemUTC();
    private @Nullable HouseRules house;

    LiveRules(KafkaStreams streams, EngineCodecs codecs) {
        this.streams = streams;
        this.codecs = codecs;
    }

    /** What holds for everyone at one instant. */
    record Now(Policies policies, List<Freeze> freezes, Instant at) {}

    /** Empty while the global stores cannot be read. */
    synchronized Optional<Now> now() {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        try {
            HouseRules rules = house == null ? new HouseRules(store(EngineTopology.HOUSE), documents(), codecs) : house;
            house = rules;
            return Optional.of(new Now(rules.policies(), rules.freezes(at), at));
        } catch (InvalidStateStoreException away) {
            house = null;
            return Optional.empty();
        }
    }

    private ReadOnlyKeyValueStore<Long, byte[]> documents() {
        return store(EngineTopology.POLICIES);
    }

    private <K> ReadOnlyKeyValueStore<K, byte[]> store(String name) {
        return streams.store(
                StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<K, byte[]>keyValueStore()));
    }
}
