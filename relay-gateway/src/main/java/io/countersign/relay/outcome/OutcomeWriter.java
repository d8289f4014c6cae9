package io.countersign.relay.outcome;

import com.google.crypto.tink.HybridEncrypt;
import io.countersign.domain.account.Outcome;
import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.lookup.LookUp;
import io.countersign.domain.request.RequestFacts;
import io.countersign.relay.clearance.ClearedRequest;
import io.countersign.relay.clearance.Ruling;
import io.countersign.relay.egress.Attempt;
import io.countersign.relay.kafka.RelayProducer;
import io.countersign.relay.lookup.Question;
import io.countersign.relay.telemetry.RelayMetrics;
import io.countersign.wire.message.Octets;
import io.countersign.wire.message.OutcomeMessage;
import io.countersign.wire.seal.SealedAnswers;
import io.countersign.wire.seal.WireAnswer;
import io.countersign.wire.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Tells what became of requests. */
public final class OutcomeWriter {

    private static final Logger LOG = Logger.getLogger(OutcomeWriter.class);

    /** Of nobody; never sent. */
    private static final OutcomeMessage LIKE = new OutcomeMessage(
            new AccountId("nobody"),
            new Outcome(new RequestId("0".repeat(32)), OutcomeClass.EXPIRED, null, null, "", null),
            null,
            null);

    private final RelayProducer producer;
    private final HybridEncrypt toGateway;
    private final OutcomeClassifier classifier;
    private final RelayMetrics metrics;

    public OutcomeWriter(
            RelayProducer producer, HybridEncrypt toGateway, OutcomeClassifier classifier, RelayMetrics metrics) {
        this.producer = producer;
        this.toGateway = toGateway;
        this.classifier = classifier;
        this.metrics = metrics;
    }

    /**
     * Makes sure that an outcome could be told now.
     *
     * @throws io.countersign.wire.codec.SchemasUnavailableException when it could not
     */
    public void prepare() {
        producer.prepare(Topics.OUTCOMES, LIKE);
    }

    /** Tells of a request that the relay kept. */
    public CompletableFuture<Void> write(Ruling.Withhold kept) {
        Outcome outcome = new Outcome(kept.facts().id(), kept.outcome(), null, null, kept.reason(), null);
        return write(new OutcomeMessage(kept.facts().account(), outcome, null, null));
    }

    /** Tells what came of the one attempt. */
    public CompletableFuture<Void> write(ClearedRequest request, Attempt attempt) {
        RequestFacts facts = request.facts();
        Classified classified = classifier.classify(facts.movesFunds(), attempt);
        Outcome outcome = new Outcome(
                facts.id(),
                classified.outcome(),
                attempt instanceof Attempt.Answered answered ? answered.status() : null,
                classified.binanceCode(),
                classified.reason(),
                sentAt(attempt),
                lookUp(request.question(), attempt));
        return write(new OutcomeMessage(
                facts.account(),
                outcome,
                classified.saysSo() ? sealedAnswer(facts, attempt) : null,
                retryAfter(attempt)));
    }

    private CompletableFuture<Void> write(OutcomeMessage message) {
        Outcome outcome = message.outcome();
        return producer.write(Topics.OUTCOMES, message.account().value(), message)
                .thenRun(() -> {
                    metrics.told(outcome.outcome());
                    log(outcome);
                });
    }

    private static void log(Outcome outcome) {
        LOG.logf(
                outcome.outcome() == OutcomeClass.UNKNOWN ? Logger.Level.WARN : Logger.Level.DEBUG,
                "outcome told requestId=%s outcome=%s reason=%s",
                outcome.requestId(),
                outcome.outcome(),
                outcome.reason());
    }

    private @Nullable Octets sealedAnswer(RequestFacts facts, Attempt attempt) {
        if (!(attempt instanceof Attempt.Answered answered)) {
            return null;
        }
        Octets body = answered.body();
        return body == null
                ? null
                : SealedAnswers.seal(
                        toGateway,
                        facts.account(),
                        facts.id(),
                        new WireAnswer(answered.status(), answered.headers(), body));
    }

    private static @Nullable LookUp lookUp(@Nullable Question question, Attempt attempt) {
        return question == null ? null : LookUpReader.read(question, attempt).orElse(null);
    }

    private static @Nullable Duration retryAfter(Attempt attempt) {
        return attempt instanceof Attempt.NotSent notSent ? notSent.retryAfter() : null;
    }

    private static @Nullable Instant sentAt(Attempt attempt) {
        return switch (attempt) {
            case Attempt.NotSent ignored -> null;
            case Attempt.Lost lost -> lost.sentAt();
            case Attempt.Answered answered -> answered.sentAt();
        };
    }
}
