package io.countersign.wire.message;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.ControlRefused;
import io.countersign.domain.account.AccountEvent.PolicyProposed;
import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.account.AccountEvent.RequestLookedUp;
import io.countersign.domain.account.Confirmation;
import io.countersign.domain.account.DecidedRequest;
import io.countersign.domain.control.Control;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ConfirmationId;
import io.countersign.domain.lookup.Resolution;
import io.countersign.domain.request.RequestFacts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a countersignature covers.
 *
 * @param id the request's, or the control's for {@link DecisionKind#CONTROL}
 * @param policyVersion that judged a request, or that a control published; 0 for none
 * @param facts what was judged; only for {@link DecisionKind#REQUEST}
 * @param sealedRequest only for an approved {@link DecisionKind#REQUEST}
 * @param confirmation what a person must confirm first; only for a {@link DecisionKind#REQUEST} that a confirmation would let pass
 * @param resolved what became of the request after all; only for a {@link DecisionKind#REPEAT} that tells of it
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
        @Nullable Octets sealedRequest,
        @Nullable ConfirmationId confirmation,
        @Nullable Resolved resolved) {

    private static final RuleId CONTROL = new RuleId("control");

    public DecisionBody {
        findings = List.copyOf(findings);
    }

    /** A decision that tells nothing of a look-up. */
    public DecisionBody(
            DecisionKind kind,
            String id,
            AccountId account,
            DecisionStatus status,
            List<Finding> findings,
            long policyVersion,
            Instant decidedAt,
            @Nullable RequestFacts facts,
            @Nullable Octets sealedRequest,
            @Nullable ConfirmationId confirmation) {
        this(kind, id, account, status, findings, policyVersion, decidedAt, facts, sealedRequest, confirmation, null);
    }

    /** The answer to a new request of {@code after}. The sealed octets go on only when it was approved. */
    public static DecisionBody decided(RequestDecided decided, Account after, Octets sealedRequest) {
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
                decided.status() == DecisionStatus.APPROVED ? sealedRequest : null,
                question(decided, after));
    }

    /** The status of a request decided before, for whoever waits. It approves nothing. */
    public static DecisionBody repeated(RequestFacts facts, Account account, Instant at) {
        DecidedRequest first = account.activity().decided().get(facts.id());
        if (first == null) {
            throw new IllegalStateException("request %s was not decided before".formatted(facts.id()));
        }
        return new DecisionBody(
                DecisionKind.REPEAT,
                facts.id().value(),
                facts.account(),
                first.status(),
                List.of(),
                0,
                at,
                null,
                null,
                null);
    }

    /** The status of a request again, with what look-ups showed of it. Empty when they did not show it for certain. */
    public static Optional<DecisionBody> resolved(RequestLookedUp event, Account account) {
        Resolution resolution = event.result().resolution();
        return resolution == null
                ? Optional.empty()
                : Optional.of(new DecisionBody(
                        DecisionKind.REPEAT,
                        event.requestId().value(),
                        account.id(),
                        DecisionStatus.APPROVED,
                        List.of(),
                        0,
                        event.at(),
                        null,
                        null,
                        null,
                        new Resolved(resolution, event.lookUp(), event.reason())));
    }

    /** What became of a control: taken, unless one of {@code events} says why not. */
    public static DecisionBody controlled(Control control, List<AccountEvent> events, Instant at) {
        List<Finding> objections = events.stream()
                .filter(ControlRefused.class::isInstance)
                .map(ControlRefused.class::cast)
                .map(refused -> Finding.reject(CONTROL, "", "", refused.reason()))
                .toList();
        DecisionStatus status = objections.isEmpty() ? DecisionStatus.APPROVED : DecisionStatus.REJECTED;
        return new DecisionBody(
                DecisionKind.CONTROL,
                control.id().value(),
                control.account(),
                status,
                objections,
                published(events),
                at,
                null,
                null,
                null);
    }

    private static long published(List<AccountEvent> events) {
        return events.stream()
                .filter(PolicyProposed.class::isInstance)
                .mapToLong(each -> ((PolicyProposed) each).version())
                .findFirst()
                .orElse(0);
    }

    private static @Nullable ConfirmationId question(RequestDecided decided, Account after) {
        if (!DecisionStatus.asksForConfirmation(decided.findings()) || decided.status() == DecisionStatus.APPROVED) {
            return null;
        }
        return after.confirmations()
                .about(decided.request().intent(), decided.at())
                .map(Confirmation::id)
                .orElse(null);
    }
}
