package io.countersign.engine;

import io.countersign.engine.failure.StopReason;
import io.countersign.engine.store.StoreMemory;
import io.countersign.engine.telemetry.ReservationCount;
import io.countersign.engine.telemetry.RestoreMetrics;
import io.countersign.engine.telemetry.StandbyMetrics;
import io.countersign.wire.settings.KafkaConfig;
import io.countersign.wire.settings.StartException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;

/** The streams client with what belongs to it: its memory, its meters, and its end. */
final class StreamsClient implements AutoCloseable {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(8);

    private final StoreMemory memory;
    private final KafkaStreams streams;
    private final KafkaStreamsMetrics metrics;
    private final ReservationCount reservations;

    StreamsClient(Topology topology, EngineConfig config, KafkaConfig kafka, MeterRegistry meters, StopReason reason) {
        memory = newMemory(config);
        Properties settings = StreamsSettings.of(config, kafka);
        StreamsSettings.addParts(settings, memory, reason);
        streams = newStreams(topology, settings);
        streams.setGlobalStateRestoreListener(new RestoreMetrics(meters));
        streams.setStandbyUpdateListener(new StandbyMetrics(meters));
        metrics = new KafkaStreamsMetrics(streams);
        metrics.bindTo(meters);
        reservations = new ReservationCount(streams, meters);
        Gauge.builder("countersign.store.memory.used", memory, StoreMemory::used)
                .description("Octets outside the heap that all stores of this engine take of their common bound.")
                .baseUnit("bytes")
                .register(meters);
    }

    KafkaStreams streams() {
        return streams;
    }

    void start(EngineConfig config, StreamsUncaughtExceptionHandler whenItFails) {
        streams.setUncaughtExceptionHandler(whenItFails);
        streams.start();
        reservations.start(config.reservationCountInterval());
    }

    /** Ended, or ending, of itself. */
    boolean died() {
        KafkaStreams.State state = streams.state();
        return state == KafkaStreams.State.ERROR || state == KafkaStreams.State.PENDING_ERROR;
    }

    @Override
    public void close() {
        reservations.close();
        metrics.close();
        // Memory that a store still uses must stay: a client that hangs keeps it to the end of the process.
        if (streams.close(CLOSE_TIMEOUT)) {
            memory.close();
        }
    }

    private static StoreMemory newMemory(EngineConfig config) {
        try {
            return new StoreMemory(config.storeMemoryMib(), config.writeBuffersMib());
        } catch (IllegalArgumentException e) {
            throw new StartException("countersign.engine.write-buffers-mib: " + e.getMessage(), e);
        }
    }

    private static KafkaStreams newStreams(Topology topology, Properties settings) {
        try {
            return new KafkaStreams(topology, settings);
        } catch (ConfigException e) {
            throw new StartException("settings: " + e.getMessage(), e);
        }
    }
}
