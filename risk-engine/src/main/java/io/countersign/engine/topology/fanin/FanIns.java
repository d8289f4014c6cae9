package io.countersign.engine.topology.fanin;

import io.countersign.engine.topology.input.DeadLetters;
import io.countersign.engine.topology.input.Input;
import io.countersign.engine.topology.input.StoreSerde;
import io.countersign.wire.codec.StoreCodec;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.mapping.FanInMapping;
import io.countersign.wire.message.FanInMessage;
import io.countersign.wire.message.SightingMessage;
import io.countersign.wire.topic.Topics;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;

/** The part of the topology that finds destinations of several accounts: sightings in, fan-in out. */
public final class FanIns {

    static final String DESTINATIONS = "destinations";
    static final String FAN_IN = "fan-in-found";
    static final String DEAD_LETTERS = "sightings-dead-letters";

    private static final String SIGHTINGS = "sightings-made";
    private static final String FIND = "find-fan-in";

    private FanIns() {}

    /** Adds it; pure wiring. */
    public static void addTo(
            Topology topology,
            TopicCodec<SightingMessage> sightings,
            TopicCodec<FanInMessage> published,
            FanInWindow window,
            DeadLetters deadLetters) {
        Input.addSource(topology, SIGHTINGS, Topics.SIGHTINGS.name());
        topology.addProcessor(
                FIND,
                () -> new FanInProcessor(new Input<>(sightings, FanIns::key, deadLetters), published, window),
                SIGHTINGS);
        topology.addStateStore(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(DESTINATIONS),
                        Serdes.ByteArray(),
                        StoreSerde.of(new StoreCodec<>(DESTINATIONS, FanInMapping.AVRO))),
                FIND);
        Input.addSink(topology, FAN_IN, Topics.FAN_IN.name(), FIND);
        Input.addSink(topology, DEAD_LETTERS, Topics.DEAD_LETTERS.name(), FIND);
    }

    /** What {@code sighting} is keyed by. */
    public static byte[] key(SightingMessage sighting) {
        return sighting.destinationKey().toBytes();
    }
}
