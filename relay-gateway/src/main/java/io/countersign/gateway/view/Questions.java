package io.countersign.gateway.view;

import io.countersign.domain.id.ConfirmationId;
import io.countersign.domain.id.RequestId;
import java.time.Instant;
import java.util.Optional;

/** Until when the questions that requests raised can be answered, by what was read from the log: nobody is asked for it. */
public final class Questions {

    private final RequestView requests;
    private final PolicyView policies;

    public Questions(RequestView requests, PolicyView policies) {
        this.requests = requests;
        this.policies = policies;
    }

    /**
     * Until when a person's yes to what {@code status} asks counts; empty when it asks nothing, and when an earlier request that is
     * forgotten here raised the question.
     */
    public Optional<Instant> confirmBefore(RequestStatus status) {
        return Optional.ofNullable(status.judgement())
                .map(RequestStatus.Judgement::confirmation)
                .flatMap(question -> raisedBy(question, status))
                .map(RequestStatus::judgement)
                .flatMap(first -> policies.answerWithin(first.policyVersion()).map(first.at()::plus));
    }

    /** Whoever signs the same again is asked the same question, and has no longer for it. */
    private Optional<RequestStatus> raisedBy(ConfirmationId question, RequestStatus status) {
        RequestKey raised = new RequestKey(status.key().account(), new RequestId(question.value()));
        return raised.equals(status.key()) ? Optional.of(status) : requests.find(raised);
    }
}
