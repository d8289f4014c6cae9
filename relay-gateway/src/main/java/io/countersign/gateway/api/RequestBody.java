package io.countersign.gateway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.countersign.domain.account.Outcome;
import io.countersign.domain.request.Endpoint;
import io.countersign.gateway.answer.FindingBody;
import io.countersign.gateway.engine.AccountReport;
import io.countersign.gateway.view.RequestState;
import io.countersign.gateway.view.RequestStatus;
import io.countersign.wire.message.Resolved;
import io.countersign.wire.seal.WireAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One request as its owner sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RequestBody(
        String requestId,
        RequestState state,
        @Nullable String endpoint,
        @Nullable Instant receivedAt,
        @Nullable DecisionPart decision,
        @Nullable OutcomePart outcome,
        @Nullable ResolutionPart resolution,
        @Nullable LookUpPart lookUp,
        @Nullable AnswerPart answer) {

    static RequestBody of(RequestStatus status, Optional<WireAnswer> answer, Optional<Instant> confirmBefore) {
        Endpoint endpoint = status.endpoint();
        RequestStatus.Judgement judgement = status.judgement();
        return new RequestBody(
                status.key().id().value(),
                status.state(),
                endpoint == null ? null : endpoint.toString(),
                status.receivedAt(),
                judgement == null ? null : DecisionPart.of(judgement, confirmBefore.orElse(null)),
                status.outcome() == null
                        ? null
                        : OutcomePart.of(status.outcome().outcome()),
                status.resolved() == null ? null : ResolutionPart.of(status.resolved()),
                null,
                answer.map(AnswerPart::of).orElse(null));
    }

    /** One that only the engine remembers: neither findings nor Binance's answer are kept for so long. */
    static RequestBody of(AccountReport.Decided decided) {
        return new RequestBody(
                decided.request(),
                RequestState.valueOf(RequestPage.state(decided)),
                null,
                null,
                new DecisionPart(decided.status(), null, decided.at(), null, null, null),
                null,
                null,
                null,
                null);
    }

    /** The same in another state, which an engine knows of later. */
    RequestBody in(RequestState now) {
        return new RequestBody(requestId, now, endpoint, receivedAt, decision, outcome, resolution, lookUp, answer);
    }

    /** The same with how to find out what became of it. */
    RequestBody with(LookUpPart toSign) {
        return new RequestBody(requestId, state, endpoint, receivedAt, decision, outcome, resolution, toSign, answer);
    }

    /** What look-ups showed: EXECUTED, FAILED or NOT_EXECUTED. */
    record ResolutionPart(String result, String lookUpId, String reason) {

        static ResolutionPart of(Resolved resolved) {
            return new ResolutionPart(
                    resolved.resolution().name(), resolved.lookUp().value(), resolved.reason());
        }
    }

    /** What the engine decided, and by which version of the policy. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DecisionPart(
            String status,
            @Nullable Long policyVersion,
            Instant decidedAt,
            @Nullable String confirmationId,
            @Nullable Instant confirmBefore,
            @Nullable List<FindingBody> findings) {

        static DecisionPart of(RequestStatus.Judgement judgement, @Nullable Instant confirmBefore) {
            return new DecisionPart(
                    judgement.status().name(),
                    judgement.policyVersion(),
                    judgement.at(),
                    judgement.confirmation() == null
                            ? null
                            : judgement.confirmation().value(),
                    confirmBefore,
                    judgement.findings().stream().map(FindingBody::of).toList());
        }
    }

    /** What became of it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OutcomePart(
            String reason,
            @Nullable Integer httpStatus,
            @Nullable Integer binanceCode,
            @Nullable Instant sentAt) {

        static OutcomePart of(Outcome outcome) {
            return new OutcomePart(outcome.reason(), outcome.httpStatus(), outcome.binanceCode(), outcome.sentAt());
        }
    }

    /** Binance's answer: the body as text for people, and in base64 octet for octet. */
    record AnswerPart(int status, Map<String, String> headers, String body, String bodyBase64) {

        static AnswerPart of(WireAnswer answer) {
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            answer.headers().forEach(header -> headers.put(header.name(), header.value()));
            byte[] octets = answer.body().toBytes();
            return new AnswerPart(
                    answer.status(),
                    headers,
                    new String(octets, StandardCharsets.UTF_8),
                    Base64.getEncoder().encodeToString(octets));
        }
    }
}
