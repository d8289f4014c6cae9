package io.countersign.gateway.view;

import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.id.ConfirmationId;
import io.countersign.domain.request.Endpoint;
import io.countersign.wire.message.DecisionBody;
import io.countersign.wire.message.OutcomeMessage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of one request. Decision and outcome may arrive in either order. */
public record RequestStatus(
        RequestKey key,
        @Nullable Endpoint endpoint,
        @Nullable Instant receivedAt,
        @Nullable Judgement judgement,
        @Nullable OutcomeMessage outcome) {

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
        return new RequestStatus(key, null, null, null, null);
    }

    RequestStatus received(Endpoint by, Instant at) {
        return new RequestStatus(key, by, at, judgement, outcome);
    }

    /** The first decision stands; a repeat only fills a gap. */
    RequestStatus decided(DecisionBody decision) {
        if (judgement != null) {
            return this;
        }
        Judgement judged = new Judgement(
                decision.status(),
                decision.findings(),
                decision.policyVersion(),
                decision.decidedAt(),
                decision.confirmation());
        RequestStatus next = new RequestStatus(key, endpoint, receivedAt, judged, outcome);
        return decision.facts() == null
                ? next
                : next.received(decision.facts().endpoint(), decision.facts().receivedAt());
    }

    /** A later word replaces only an unknown outcome. */
    RequestStatus cameTo(OutcomeMessage message) {
        if (outcome != null && outcome.outcome().outcome() != OutcomeClass.UNKNOWN) {
            return this;
        }
        return new RequestStatus(key, endpoint, receivedAt, judgement, message);
    }

    /** Where the request is. */
    public RequestState state() {
        if (outcome != null) {
            return RequestState.of(outcome.outcome().outcome());
        }
        return judgement == null ? RequestState.RECEIVED : RequestState.of(judgement.status());
    }

    /** Roughly what it takes of memory, in octets. */
    int weight() {
        int fixed = 2_048;
        return outcome == null || outcome.sealedAnswer() == null
                ? fixed
                : fixed + outcome.sealedAnswer().length();
    }
}
