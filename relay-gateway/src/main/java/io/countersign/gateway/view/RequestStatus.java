package io.countersign.gateway.view;

import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.id.ConfirmationId;
import io.countersign.domain.lookup.Resolution;
import io.countersign.domain.request.Endpoint;
import io.countersign.wire.message.DecisionBody;
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

    /** The part of a decision that is worth keeping. */
    public record Judgement(
            DecisionStatus status,
            List<Finding> findings,
            long policyVersion,
            Instant at,
            @Nullable ConfirmationId confirmation) {

        public Judgement {
            findings = List.copyOf(findings);
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

    /** Roughly what it takes of memory, in octets: mostly findings, each of which is read from the log anew. */
    int weight() {
        int fixed = 2_048;
        int answer = outcome == null || outcome.sealedAnswer() == null
                ? 0
                : outcome.sealedAnswer().length();
        int reasons = judgement == null
                ? 0
                : judgement.findings().stream().mapToInt(RequestStatus::weight).sum();
        return fixed + answer + reasons;
    }

    private static int weight(Finding finding) {
        int objects = 256;
        return objects
                + finding.rule().value().length()
                + finding.observed().length()
                + finding.bound().length()
                + finding.sentence().length();
    }
}
