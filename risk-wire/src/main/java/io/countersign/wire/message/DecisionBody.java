package io.countersign.wire.message;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountCommand.ApplyControl;
import io.countersign.domain.account.AccountCommand.EvaluateRequest;
import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.account.DecidedRequest;
import io.countersign.domain.control.Control;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.request.RequestFacts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a countersignature covers.
 *
 * @param id the request's, or the control's for {@link DecisionKind#CONTROL}
 * @param facts what was judged; only for {@link DecisionKind#REQUEST}
 * @param sealedRequest only for an approved {@link DecisionKind#REQUEST}
 */
public record DecisionBody(
        DecisionKind kind,
        String id,
        AccountId account,
        DecisionStatus status,
        List<Finding> findings,
        long policyVersion,
        Instant decidedAt,
        @Nullable RequestFacts facts,
        @Nullable Octets sealedRequest) {

    public DecisionBody {
        findings = List.copyOf(findings);
    }

    /** The answer to a new request. The sealed octets go on only when it was approved. */
    public static DecisionBody decided(RequestDecided decided, Octets sealedRequest) {
        RequestFacts facts = decided.request();
        return new DecisionBody(
                DecisionKind.REQUEST,
                facts.id().value(),
                facts.account(),
                decided.status(),
                decided.findings(),
                decided.policyVersion(),
                decided.at(),
                facts,
                decided.status() == DecisionStatus.APPROVED ? sealedRequest : null);
    }

    /** The status of a request decided before, for whoever waits. It approves nothing. */
    public static DecisionBody repeated(EvaluateRequest command, Account account) {
        RequestFacts facts = command.request();
        DecidedRequest first = account.decided().get(facts.id());
        if (first == null) {
            throw new IllegalStateException("request %s was not decided before".formatted(facts.id()));
        }
        return answer(DecisionKind.REPEAT, facts.id().value(), facts.account(), first.status(), command.at());
    }

    /** The engine has taken a control. */
    public static DecisionBody applied(ApplyControl command) {
        Control control = command.control();
        return answer(
                DecisionKind.CONTROL, control.id().value(), control.account(), DecisionStatus.APPROVED, command.at());
    }

    private static DecisionBody answer(
            DecisionKind kind, String id, AccountId account, DecisionStatus status, Instant at) {
        return new DecisionBody(kind, id, account, status, List.of(), 0, at, null, null);
    }
}
