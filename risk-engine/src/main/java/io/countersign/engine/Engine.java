package io.countersign.engine;

import com.google.crypto.tink.PublicKeySign;
import io.countersign.engine.topology.EngineCodecs;
import io.countersign.engine.topology.EngineTopology;
import io.countersign.wire.codec.RegistryFraming;
import io.countersign.wire.keys.Keysets;
import io.countersign.wire.settings.KafkaConfig;
import io.countersign.wire.settings.RegistryConfig;
import io.countersign.wire.settings.Settings;
import io.countersign.wire.sign.Countersigner;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.quarkus.runtime.Quarkus;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The life of the streams client: checks first, then runs, and stops the process rather than guess. */
@Singleton
public final class Engine {

    private static final Logger LOG = Logger.getLogger(Engine.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final MeterRegistry meters;
    private final AtomicBoolean failed = new AtomicBoolean();
    private @Nullable KafkaStreams streams;
    private @Nullable RegistryFraming framing;

    public Engine(MeterRegistry meters) {
        this.meters = meters;
    }

    void start() {
        EngineConfig config = Settings.load(EngineConfig.class, EngineConfig.PREFIX);
        KafkaConfig kafka = Settings.load(KafkaConfig.class, KafkaConfig.PREFIX);
        PublicKeySign key =
                Keysets.primitive("countersign.engine.signing-keys", config.signingKeys(), PublicKeySign.class);
        RegistryFraming registry = new RegistryFraming(
                Settings.load(RegistryConfig.class, RegistryConfig.PREFIX).url());
        framing = registry;
        EngineCodecs codecs = new EngineCodecs(registry);
        new StartupCheck(kafka, codecs).run();
        KafkaStreams client = new KafkaStreams(
                EngineTopology.build(codecs, new Countersigner(key), new DecisionMetrics(meters)),
                StreamsSettings.of(config, kafka));
        client.setUncaughtExceptionHandler(this::stopTheProcess);
        new KafkaStreamsMetrics(client).bindTo(meters);
        streams = client;
        client.start();
    }

    /** Whether the streams client died of an error. */
    boolean failed() {
        return failed.get();
    }

    /** Restored and running: decisions are made. */
    boolean isReady() {
        KafkaStreams client = streams;
        return client != null && client.state() == KafkaStreams.State.RUNNING;
    }

    @PreDestroy
    void stop() {
        KafkaStreams client = streams;
        if (client != null) {
            client.close(CLOSE_TIMEOUT);
        }
        RegistryFraming registry = framing;
        if (registry != null) {
            registry.close();
        }
    }

    /** A stopped engine is safer than a wrong one. Whoever runs us starts us again from the log. */
    private StreamThreadExceptionResponse stopTheProcess(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        LOG.errorf(thrown, "the engine stops: %s", root.getMessage());
        failed.set(true);
        Quarkus.asyncExit(1);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
}
