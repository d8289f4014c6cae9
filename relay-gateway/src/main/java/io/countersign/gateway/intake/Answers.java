package io.countersign.gateway.intake;

import com.google.crypto.tink.HybridDecrypt;
import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.Verdict;
import io.countersign.domain.id.ConfirmationId;
import io.countersign.domain.id.RequestId;
import io.countersign.gateway.answer.Json;
import io.countersign.gateway.answer.Problem;
import io.countersign.gateway.answer.ProblemType;
import io.countersign.gateway.answer.Reply;
import io.countersign.gateway.view.Questions;
import io.countersign.gateway.view.RequestKey;
import io.countersign.gateway.view.RequestState;
import io.countersign.gateway.view.RequestStatus;
import io.countersign.wire.codec.UnreadableException;
import io.countersign.wire.message.OutcomeMessage;
import io.countersign.wire.message.Resolved;
import io.countersign.wire.seal.SealedAnswers;
import io.countersign.wire.seal.WireAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Says what became of a request: Binance's answer as it came, or the reason why there is none. */
public final class Answers {

    private static final Logger LOG = Logger.getLogger(Answers.class);

    /** They belong to one connection, or to Binance's own host. */
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "transfer-encoding",
            "te",
            "trailer",
            "upgrade",
            "content-length",
            "set-cookie",
            "strict-transport-security");

    private final HybridDecrypt keys;
    private final Questions questions;

    public Answers(HybridDecrypt keys, Questions questions) {
        this.keys = keys;
        this.questions = questions;
    }

    /** Binance's answer to the request, opened; empty when there is none or it cannot be opened. */
    public Optional<WireAnswer> binanceAnswer(RequestStatus status) {
        OutcomeMessage outcome = status.outcome();
        if (outcome == null || outcome.sealedAnswer() == null) {
            return Optional.empty();
        }
        RequestKey key = status.key();
        try {
            return Optional.of(SealedAnswers.open(keys, key.account(), key.id(), outcome.sealedAnswer()));
        } catch (UnreadableException e) {
            LOG.errorf("answer unreadable: requestId=%s reason=%s", key.id(), e.getMessage());
            return Optional.empty();
        }
    }

    Reply settled(RequestStatus status) {
        Resolved resolved = status.resolved();
        OutcomeMessage told = status.outcome();
        if (resolved != null && (told == null || told.outcome().outcome() == OutcomeClass.UNKNOWN)) {
            return resolved(status, resolved).toReply();
        }
        if (told == null) {
            return refusedByPolicy(status).toReply();
        }
        return binanceAnswer(status).map(answer -> asItCame(status, answer)).orElseGet(() -> withoutAnswer(status)
                .toReply());
    }

    Reply accepted(RequestId id, RequestState state, String applied) {
        String place = "/v1/requests/" + id;
        return new Reply(
                202,
                List.of(
                        new Reply.Field("Content-Type", "application/json"),
                        new Reply.Field("Location", place),
                        new Reply.Field("Preference-Applied", applied)),
                Json.write(new Accepted(id.value(), state, place)));
    }

    /** The signature's life is over, or the shorter wait that was {@code applied}. */
    Problem notYet(RequestId id, String applied) {
        String until = applied.isEmpty() ? "while the signature lived" : "within the wait that was asked for";
        Problem problem = Problem.of(
                        ProblemType.NO_ANSWER_IN_TIME,
                        "no answer arrived %s; it may have been executed: look at the request, do not sign it again before it has ended"
                                .formatted(until))
                .about(id);
        return applied.isEmpty() ? problem : problem.with("Preference-Applied", applied);
    }

    private Problem refusedByPolicy(RequestStatus status) {
        RequestStatus.@Nullable Judgement judgement = status.judgement();
        List<Finding> findings = judgement == null ? List.of() : judgement.findings();
        String sentences = findings.stream()
                .filter(finding -> finding.verdict() != Verdict.PASS)
                .map(finding -> finding.rule() + ": " + finding.sentence())
                .collect(Collectors.joining("; "));
        String detail = sentences.isEmpty() ? "the risk policy refused the request" : sentences;
        ConfirmationId question = judgement == null ? null : judgement.confirmation();
        Problem problem = question == null
                ? Problem.of(ProblemType.REFUSED_BY_POLICY, detail)
                : Problem.of(
                                ProblemType.CONFIRMATION_REQUIRED,
                                "the account's owner must confirm this first, then sign it again: " + detail)
                        .asking(question, questions.confirmBefore(status).orElse(null));
        return problem.about(status.key().id()).with(findings);
    }

    /** Clients resend a signed withdrawal by themselves on 408, on redirects and on Retry-After: 0. They never get one. */
    private static Reply asItCame(RequestStatus status, WireAnswer answer) {
        int code = answer.status();
        if (code < 200 || (code >= 300 && code < 400) || code == 408 || code == 421) {
            return unusable(status).toReply();
        }
        List<Reply.Field> headers = answer.headers().stream()
                .filter(header -> !HOP_BY_HOP.contains(header.name().toLowerCase(Locale.ROOT)))
                .filter(header -> !isRetryAtOnce(header))
                .map(header -> new Reply.Field(header.name(), header.value()))
                .toList();
        return new Reply(code, headers, answer.body());
    }

    private static boolean isRetryAtOnce(WireAnswer.Header header) {
        return header.name().equalsIgnoreCase("retry-after")
                && header.value().strip().matches("0+");
    }

    /** The signed request had no certain answer, and will never have one. */
    private static Problem resolved(RequestStatus status, Resolved resolved) {
        return switch (resolved.resolution()) {
            case EXECUTED ->
                Problem.of(ProblemType.UNUSABLE_ANSWER, "it was executed, and Binance's answer to it was lost")
                        .about(status.key().id());
            case FAILED, NOT_EXECUTED ->
                Problem.of(ProblemType.NOT_EXECUTED, resolved.reason())
                        .about(status.key().id());
        };
    }

    private static Problem unusable(RequestStatus status) {
        return Problem.of(
                        ProblemType.UNUSABLE_ANSWER,
                        "Binance's answer cannot be passed on; the request's state tells what became of it")
                .about(status.key().id());
    }

    private static Problem withoutAnswer(RequestStatus status) {
        OutcomeMessage told = status.outcome();
        Duration wait = told == null ? null : told.retryAfter();
        if (told != null && wait != null) {
            return Problem.of(
                            ProblemType.HELD_BACK,
                            told.outcome().reason()
                                    + "; nothing was sent, sign again in %d s".formatted(wait.toSeconds()))
                    .about(status.key().id())
                    .with("Retry-After", Long.toString(Math.max(1, wait.toSeconds())));
        }
        ProblemType type =
                switch (status.state()) {
                    case EXPIRED -> ProblemType.EXPIRED_UNSENT;
                    case UNKNOWN -> ProblemType.OUTCOME_UNKNOWN;
                    default -> ProblemType.UNUSABLE_ANSWER;
                };
        String reason =
                status.outcome() == null ? "" : status.outcome().outcome().reason();
        String hint = type == ProblemType.OUTCOME_UNKNOWN ? "; the request tells which look-up finds it out" : "";
        return Problem.of(type, reason + hint).about(status.key().id());
    }

    private record Accepted(String requestId, RequestState state, String location) {}
}
