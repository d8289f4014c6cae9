package io.countersign.engine;

import io.countersign.engine.failure.StopReason;
import io.countersign.engine.failure.WhenAThreadDies;
import io.countersign.engine.query.AccountQueries;
import io.countersign.engine.query.QueryToken;
import io.countersign.engine.telemetry.DecisionMetrics;
import io.countersign.engine.topology.EngineCodecs;
import io.countersign.engine.topology.EngineShape;
import io.countersign.engine.topology.EngineTopology;
import io.countersign.engine.topology.fanin.FanInWindow;
import io.countersign.wire.codec.RegistryFraming;
import io.countersign.wire.journal.WrappingKeys;
import io.countersign.wire.keys.NativeCode;
import io.countersign.wire.settings.KafkaConfig;
import io.countersign.wire.settings.RegistryConfig;
import io.countersign.wire.settings.Settings;
import io.countersign.wire.settings.StartException;
import io.countersign.wire.sign.Countersigner;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Quarkus;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The life of the engine: checks first, then runs, and stops the process rather than guess. */
@Singleton
public final class Engine {

    private static final Logger LOG = Logger.getLogger(Engine.class);

    private final MeterRegistry meters;
    private final AccountQueries queries;
    private final StopReason reason = new StopReason();
    private final WhenAThreadDies whenAThreadDies;
    private @Nullable StreamsClient client;
    private @Nullable RegistryFraming framing;

    public Engine(MeterRegistry meters, AccountQueries queries) {
        this.meters = meters;
        this.queries = queries;
        // A stopped engine is safer than a wrong one. Whoever runs us starts us again from the log.
        this.whenAThreadDies = new WhenAThreadDies(reason, meters, System::nanoTime, () -> Quarkus.asyncExit(1));
    }

    void start() {
        EngineConfig config = Settings.load(EngineConfig.class, EngineConfig.PREFIX);
        KafkaConfig kafka = Settings.load(KafkaConfig.class, KafkaConfig.PREFIX);
        Countersigner signer = Countersigner.load("countersign.engine.signing-keys", config.signingKeys());
        LOG.infof("public-key work by %s", NativeCode.name());
        QueryToken token = QueryToken.read("countersign.engine.query-token", config.queryToken());
        RegistryFraming registry = new RegistryFraming(
                Settings.load(RegistryConfig.class, RegistryConfig.PREFIX).url());
        framing = registry;
        EngineCodecs codecs = new EngineCodecs(registry);
        int partitions = new StartupCheck(kafka).run();
        Topology topology = EngineTopology.build(
                codecs,
                signer,
                new DecisionMetrics(meters, Clock.systemUTC()),
                new EngineShape(config.checkpointInterval(), fanIn(config), partitions),
                WrappingKeys.load("countersign.engine.wrapping-keys", config.wrappingKeys()));
        StreamsClient opened = new StreamsClient(topology, config, kafka, meters, reason);
        client = opened;
        queries.open(config.advertised(), token, opened.streams(), codecs);
        opened.start(config, whenAThreadDies);
    }

    private static FanInWindow fanIn(EngineConfig config) {
        if (config.fanInWindow().isNegative() || config.fanInWindow().isZero()) {
            throw new StartException("countersign.engine.fan-in-window: a window is longer than nothing");
        }
        return new FanInWindow(config.fanInWindow());
    }

    /** Whether the streams client died of an error. */
    boolean failed() {
        StreamsClient running = client;
        return whenAThreadDies.isStopping() || (running != null && running.died());
    }

    /** Restored and running: decisions are made. */
    boolean isReady() {
        StreamsClient running = client;
        return running != null && !failed() && running.streams().state() == KafkaStreams.State.RUNNING;
    }

    @PreDestroy
    void stop() {
        StreamsClient running = client;
        if (running != null) {
            running.close();
        }
        RegistryFraming registry = framing;
        if (registry != null) {
            registry.close();
        }
    }
}
