package io.countersign.relay;

import io.countersign.reading.EndpointCatalogue;
import io.countersign.reading.StrictReader;
import io.countersign.relay.clearance.Clearance;
import io.countersign.relay.clearance.Rereading;
import io.countersign.relay.config.RelayConfig;
import io.countersign.relay.config.RelayKeys;
import io.countersign.relay.config.RelaySettings;
import io.countersign.relay.egress.BinanceClock;
import io.countersign.relay.egress.SteadyClock;
import io.countersign.relay.intake.DecisionConsumer;
import io.countersign.relay.intake.Handover;
import io.countersign.relay.intake.InFlight;
import io.countersign.relay.intake.LostClaims;
import io.countersign.relay.kafka.DeadLetters;
import io.countersign.relay.kafka.KafkaClients;
import io.countersign.relay.kafka.RelayProducer;
import io.countersign.relay.outcome.ErrorCodes;
import io.countersign.relay.outcome.OutcomeClassifier;
import io.countersign.relay.outcome.OutcomeWriter;
import io.countersign.relay.reference.ExchangeInfoPublisher;
import io.countersign.relay.reference.PublicData;
import io.countersign.relay.reference.ReferencePublisher;
import io.countersign.relay.reference.ReferenceTopic;
import io.countersign.relay.telemetry.RelayMetrics;
import io.countersign.wire.codec.RegistryFraming;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.topic.TopicCheck;
import io.countersign.wire.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/** The running relay: every part of it, in the order in which it is started. */
final class Relay implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration MORE_THAN_ONE_ANSWER = Duration.ofSeconds(2);
    private final RelayConfig config;
    private final RegistryFraming framing;
    private final RelayProducer producer;
    private final Outlet outlet;
    private final ExecutorService writer;
    private final InFlight inFlight;
    private final ReferencePublisher reference;
    private final ExchangeInfoPublisher exchangeInfo;
    private final DecisionConsumer decisions;
    private final Thread reader;

    /** Puts the parts together; throws when a key, a topic or a setting is missing. */
    Relay(RelaySettings settings, RelayMetrics metrics, Runnable onFailure) {
        config = settings.relay();
        RelayKeys keys = RelayKeys.load(config);
        TopicCheck.partitions(
                settings.kafka(),
                List.of(Topics.DECISIONS, Topics.OUTCOMES, Topics.DEAD_LETTERS, Topics.REFERENCE_DATA));
        String kafka = settings.kafka().bootstrapServers();
        framing = new RegistryFraming(settings.registry().url());
        producer = new RelayProducer(KafkaClients.producer(kafka, config), framing);
        writer = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("relay-outcomes").factory());
        inFlight = new InFlight(config.maxInFlight());
        metrics.watchInFlight(inFlight::count);
        EndpointCatalogue catalogue = EndpointCatalogue.load();
        BinanceClock clock = new BinanceClock(SteadyClock.startingNow());
        outlet = new Outlet(config, catalogue, clock, metrics, onFailure);
        reference = reference(clock);
        exchangeInfo = exchangeInfo(kafka, clock);
        Handover.Ways ways = new Handover.Ways(
                outlet.dispatcher(),
                new OutcomeWriter(producer, keys.answers(), new OutcomeClassifier(ErrorCodes.load()), metrics),
                new DeadLetters(producer, writer, metrics),
                metrics,
                writer);
        int batch = Math.min(DecisionConsumer.BATCH, config.maxInFlight());
        decisions = new DecisionConsumer(
                KafkaClients.consumer(kafka, config, batch),
                judgement(clearance(keys, catalogue), kafka),
                new Handover(clock, inFlight, ways),
                new DecisionConsumer.Flow(clock, inFlight, batch, metrics),
                drain());
        reader = Thread.ofPlatform().name("relay-decisions").unstarted(decisions);
        reader.setUncaughtExceptionHandler((thread, failure) -> {
            LOG.error("relay stopped: its decisions cannot be read", failure);
            onFailure.run();
        });
    }

    /** Looks at Binance's clock first: before that nothing may leave. */
    void start() {
        reference.start(config.referenceInterval());
        exchangeInfo.start(config.exchangeInfoInterval());
        outlet.start();
        reader.start();
    }

    boolean isReady() {
        return decisions.isMember() && producer.isHealthy();
    }

    /** Takes nothing more, finishes and tells what is in flight, and leaves. */
    @Override
    public void close() {
        decisions.stop();
        outlet.stopWaiting();
        try {
            boolean ignored = reader.join(drain().plus(MORE_THAN_ONE_ANSWER));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!inFlight.awaitNone(drain())) {
            LOG.warnf("requests still in flight at the end count=%d", inFlight.count());
        }
        reference.close();
        exchangeInfo.close();
        writer.shutdown();
        producer.close();
        outlet.close();
        framing.close();
    }

    private DecisionConsumer.Judgement judgement(Clearance clearance, String kafka) {
        return new DecisionConsumer.Judgement(
                clearance,
                new LostClaims(
                        () -> KafkaClients.reader(kafka), clearance, new TopicCodec<>(Topics.OUTCOMES, framing)));
    }

    private ReferencePublisher reference(BinanceClock clock) {
        return new ReferencePublisher(
                new PublicData(outlet.lookups(), clock),
                clock,
                new ReferenceTopic(producer, clock),
                config.quoteAsset(),
                outlet.breaker()::maintenance);
    }

    private ExchangeInfoPublisher exchangeInfo(String kafka, BinanceClock clock) {
        return new ExchangeInfoPublisher(
                new PublicData(outlet.bulkLookups(), clock),
                new ReferenceTopic(new RelayProducer(KafkaClients.bulkProducer(kafka, config), framing), clock));
    }

    private Clearance clearance(RelayKeys keys, EndpointCatalogue catalogue) {
        return new Clearance(
                new TopicCodec<>(Topics.DECISIONS, framing),
                keys.decisions(),
                keys.requests(),
                new Rereading(new StrictReader(catalogue, Set.of()), keys.fingerprints()),
                config.deadlineMargin());
    }

    private Duration drain() {
        return config.connectTimeout().plus(config.responseTimeout());
    }
}
