package io.countersign.gateway.view;

import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.id.ConfirmationId;
import io.countersign.domain.lookup.Resolution;
import io.countersign.domain.request.Endpoint;
import io.countersign.wire.codec.StoreCodec;
import io.countersign.wire.mapping.FindingsMapping;
import io.countersign.wire.message.DecisionBody;
import io.countersign.wire.message.Octets;
import io.countersign.wire.message.OutcomeMessage;
import io.countersign.wire.message.Resolved;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one request. Decision and outcome may arrive in either order.
 *
 * @param resolved what look-ups showed when the outcome was unknown; null for nothing for certain
 */
public record RequestStatus(
        RequestKey key,
        @Nullable Endpoint endpoint,
        @Nullable Instant receivedAt,
        @Nullable Judgement judgement,
        @Nullable OutcomeMessage outcome,
        @Nullable Resolved resolved) {

    /** From its decision to its outcome. */
    private static final Duration USUAL_WAY = Duration.ofSeconds(5);

    private static final StoreCodec<List<Finding>> FINDINGS =
            new StoreCodec<>("remembered requests", FindingsMapping.AVRO);

    /**
     * The part of a decision that is worth keeping.
     *
     * @param packed the findings, most of what is kept, in a fifth of the room that they take as objects
     */
    public record Judgement(
            DecisionStatus status,
            Octets packed,
            long policyVersion,
            Instant at,
            @Nullable ConfirmationId confirmation) {

        public Judgement(
                DecisionStatus status,
                List<Finding> findings,
                long policyVersion,
                Instant at,
                @Nullable ConfirmationId confirmation) {
            this(status, Octets.of(FINDINGS.encode(findings)), policyVersion, at, confirmation);
        }

        /** What each rule saw, read anew. */
        public List<Finding> findings() {
            return FINDINGS.decode(packed.toBytes());
        }
    }

    static RequestStatus unknown(RequestKey key) {
        return new RequestStatus(key, null, null, null, null, null);
    }

    RequestStatus received(Endpoint by, Instant at) {
        return new RequestStatus(key, by, at, judgement, outcome, resolved);
    }

    /** The first decision stands; a repeat only fills a gap. */
    RequestStatus decided(DecisionBody decision) {
        RequestStatus next = judgement == null ? judged(decision) : this;
        return next.resolvedBy(decision.resolved());
    }

    private RequestStatus judged(DecisionBody decision) {
        Judgement judged = new Judgement(
                decision.status(),
                decision.findings(),
                decision.policyVersion(),
                decision.decidedAt(),
                decision.confirmation());
        RequestStatus next = new RequestStatus(key, endpoint, receivedAt, judged, outcome, resolved);
        return decision.facts() == null
                ? next
                : next.received(decision.facts().endpoint(), decision.facts().receivedAt());
    }

    /** A later word replaces an earlier one, but not that Binance has it. */
    private RequestStatus resolvedBy(@Nullable Resolved now) {
        boolean stands = resolved != null && resolved.resolution() == Resolution.EXECUTED;
        return now == null || stands ? this : new RequestStatus(key, endpoint, receivedAt, judgement, outcome, now);
    }

    /** A later word replaces only an unknown outcome. */
    RequestStatus cameTo(OutcomeMessage message) {
        if (outcome != null && outcome.outcome().outcome() != OutcomeClass.UNKNOWN) {
            return this;
        }
        return new RequestStatus(key, endpoint, receivedAt, judgement, message, resolved);
    }

    /** Where the request is. */
    public RequestState state() {
        OutcomeClass told = outcome == null ? null : outcome.outcome().outcome();
        if (judgement == null) {
            return told == null ? RequestState.RECEIVED : RequestState.of(told);
        }
        return RequestState.of(judgement.status(), told, resolved == null ? null : resolved.resolution());
    }

    /**
     * Whether more may have become of it than is known here: a request that stays open for so long either is under way for longer than
     * most, or its end was read and forgotten before its decision was read.
     */
    public boolean mayHaveEnded(Instant now) {
        Instant last = judgement == null ? receivedAt : judgement.at();
        return !state().isFinal() && (last == null || last.plus(USUAL_WAY).isBefore(now));
    }

    /** Roughly what it takes of memory, in octets. */
    int weight() {
        int fixed = 2_048;
        int answer = outcome == null || outcome.sealedAnswer() == null
                ? 0
                : outcome.sealedAnswer().length();
        return fixed + answer + (judgement == null ? 0 : judgement.packed().length());
    }
}
