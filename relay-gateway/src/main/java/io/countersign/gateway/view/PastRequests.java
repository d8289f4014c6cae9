package io.countersign.gateway.view;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.gateway.log.PastRecords;
import io.countersign.gateway.log.PastRecords.Stretch;
import io.countersign.wire.codec.AvroFraming;
import io.countersign.wire.codec.Read;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.message.DecisionBody;
import io.countersign.wire.message.DecisionKind;
import io.countersign.wire.message.DecisionMessage;
import io.countersign.wire.message.OutcomeMessage;
import io.countersign.wire.sign.CountersignatureVerifier;
import io.countersign.wire.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Requests that the view has forgotten and the topics still have, by what an engine remembers of them. Blocks. */
public final class PastRequests {

    /** A decision carries the time of its request exactly, but records of other commands may stand before it. */
    private static final Duration DISORDER = Duration.ofMinutes(1);

    /** Clocks of two brokers. */
    private static final Duration SKEW = Duration.ofSeconds(5);

    /** A signature's longest life, and what a relay may take to say that nobody knows. */
    private static final Duration LONGEST_WAY = Duration.ofMinutes(10);

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final long OCTETS = 16L * 1024 * 1024;

    private final PastRecords records;
    private final CountersignatureVerifier verifier;
    private final TopicCodec<DecisionMessage> decisions;
    private final TopicCodec<OutcomeMessage> outcomes;
    private final Cache<Remembered, RequestStatus> found = Caffeine.newBuilder()
            .expireAfterWrite(KEPT)
            .maximumWeight(OCTETS)
            .weigher((Remembered asked, RequestStatus status) -> status.weight())
            .build();

    public PastRequests(PastRecords records, CountersignatureVerifier verifier, AvroFraming framing) {
        this.records = records;
        this.verifier = verifier;
        this.decisions = new TopicCodec<>(Topics.DECISIONS, framing);
        this.outcomes = new TopicCodec<>(Topics.OUTCOMES, framing);
    }

    /** What an engine says of a request that it decided. */
    public record Remembered(RequestKey key, RequestState state, DecisionStatus status, Instant at) {}

    /** All of it with the engine's own state; empty when the decision is not found, not genuine, or not to be had now. */
    public Optional<RequestStatus> find(Remembered asked) {
        RequestStatus known = found.getIfPresent(asked);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<RequestStatus> complete = decision(asked)
                .map(RequestStatus.unknown(asked.key())::decided)
                .flatMap(status -> withOutcome(asked, status));
        complete.ifPresent(status -> found.put(asked, status));
        return complete;
    }

    private Optional<DecisionBody> decision(Remembered asked) {
        Stretch stretch = new Stretch(
                Topics.DECISIONS.name(),
                asked.key().account(),
                asked.at().minusMillis(1),
                asked.at().plus(DISORDER));
        return records.find(stretch, octets -> value(decisions.read(octets))
                .filter(read -> isOf(asked, read.body()) && verifier.isGenuine(read))
                .map(DecisionMessage::body));
    }

    private static <T> Optional<T> value(Read<T> read) {
        return switch (read) {
            case Read.Value<T> it -> Optional.of(it.value());
            case Read.Unreadable<T> nothing -> Optional.empty();
        };
    }

    private static boolean isOf(Remembered asked, DecisionBody body) {
        return body.kind() == DecisionKind.REQUEST
                && body.status() == asked.status()
                && body.id().equals(asked.key().id().value())
                && body.account().equals(asked.key().account());
    }

    /** A request that ended is not shown without its end. */
    private Optional<RequestStatus> withOutcome(Remembered asked, RequestStatus status) {
        if (asked.state() == status.state()) {
            return Optional.of(status);
        }
        Stretch stretch = new Stretch(
                Topics.OUTCOMES.name(),
                asked.key().account(),
                asked.at().minus(SKEW),
                asked.at().plus(LONGEST_WAY));
        return records.find(stretch, octets -> value(outcomes.read(octets)).filter(read -> isOf(asked, read)))
                .map(status::cameTo);
    }

    private static boolean isOf(Remembered asked, OutcomeMessage message) {
        OutcomeClass outcome = message.outcome().outcome();
        return message.outcome().requestId().equals(asked.key().id())
                && message.account().equals(asked.key().account())
                && RequestState.of(outcome) == asked.state();
    }
}
