package io.countersign.domain;

import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.AccountFrozen;
import io.countersign.domain.account.AccountEvent.AccountUnfrozen;
import io.countersign.domain.account.AccountEvent.ConfirmationRequested;
import io.countersign.domain.account.AccountEvent.ConfirmationSpent;
import io.countersign.domain.account.AccountEvent.IntentConfirmed;
import io.countersign.domain.account.AccountEvent.OutcomeRecorded;
import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.control.EndpointClass;
import io.countersign.domain.control.FreezeScope;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.id.ConfirmationId;
import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.id.ControlId;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.request.Destination;
import io.countersign.domain.request.RequestFacts;
import io.countersign.domain.request.Transfer;
import io.countersign.domain.testing.Bounds;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether each approval was entitled to be one, found out from the journal alone, with none of the domain's questions. */
final class Entitlements {

    private final List<String> violations = new ArrayList<>();
    private final Map<ControlId, AccountFrozen> freezes = new HashMap<>();
    private final Map<Destination, Instant> book = new HashMap<>();
    private final Set<ConnectionId> bound = new HashSet<>();
    private final Map<ConfirmationId, ConfirmationRequested> asked = new HashMap<>();
    private final Map<ConfirmationId, IntentConfirmed> confirmed = new HashMap<>();
    private final Set<ConfirmationId> spent = new HashSet<>();
    private final Map<RequestId, RequestDecided> approved = new HashMap<>();
    private final Map<RequestId, OutcomeClass> outcomes = new HashMap<>();
    private Instant latest = Instant.MIN;

    /** What approvals lacked; empty when none lacked anything. */
    static List<String> violations(List<AccountEvent> journal) {
        Entitlements found = new Entitlements();
        for (int i = 0; i < journal.size(); i++) {
            found.see(journal.get(i), i + 1 < journal.size() ? journal.get(i + 1) : null);
        }
        return found.violations;
    }

    private void see(AccountEvent event, @Nullable AccountEvent next) {
        latest = event.at().isAfter(latest) ? event.at() : latest;
        switch (event) {
            case AccountEvent.AddressAdded e -> book.put(e.destination(), e.at());
            case AccountEvent.AddressRemoved e -> book.remove(e.destination());
            case AccountEvent.ConnectionBound e -> bound.add(e.connection());
            case AccountEvent.ConnectionUnbound e -> bound.remove(e.connection());
            case AccountFrozen e -> freezes.put(e.control(), e);
            case AccountUnfrozen e -> lift(e);
            case ConfirmationRequested e -> ask(e);
            case IntentConfirmed e -> confirm(e);
            case OutcomeRecorded e ->
                outcomes.put(e.outcome().requestId(), e.outcome().outcome());
            case RequestDecided e -> {
                if (e.status() == DecisionStatus.APPROVED) {
                    approve(e, next instanceof ConfirmationSpent used ? used : null);
                }
            }
            default -> {}
        }
    }

    private void lift(AccountUnfrozen event) {
        AccountFrozen lifted = freezes.remove(event.freeze());
        unless(lifted != null, event, "there was such a freeze");
        unless(event.requestedBy().startsWith("officer"), event, "an officer lifts");
        unless(lifted == null || !lifted.requestedBy().equals(event.requestedBy()), event, "another one placed it");
    }

    private void ask(ConfirmationRequested event) {
        boolean waiting = asked.values().stream()
                .anyMatch(each -> each.intent().equals(event.intent())
                        && !spent.contains(each.confirmation())
                        && latest.isBefore(end(each)));
        unless(!waiting, event, "no question about it waits");
        asked.put(event.confirmation(), event);
    }

    private Instant end(ConfirmationRequested question) {
        IntentConfirmed answer = confirmed.get(question.confirmation());
        return answer == null ? question.expiresAt() : answer.expiresAt();
    }

    private void confirm(IntentConfirmed event) {
        ConfirmationRequested question = asked.get(event.confirmation());
        unless(question != null && question.intent().equals(event.intent()), event, "it was asked");
        unless(question != null && event.at().isBefore(question.expiresAt()), event, "the question waits");
        unless(!event.requestedBy().equals("owner"), event, "a session alone confirms nothing");
        unless(confirmed.put(event.confirmation(), event) == null, event, "it was not confirmed before");
    }

    private void approve(RequestDecided event, @Nullable ConfirmationSpent used) {
        RequestFacts request = event.request();
        unless(bound.contains(request.connection()), event, "the connection is bound");
        unless(
                freezes.values().stream().noneMatch(each -> stops(each.scope(), each.until(), request)),
                event,
                "not frozen");
        unless(
                event.circumstances().freezes().stream()
                        .noneMatch(each -> holds(each.until(), event.at()) && covers(each.scope(), request)),
                event,
                "not frozen for everyone");
        if (used != null) {
            use(event, used);
        }
        Transfer transfer = request.transfer();
        if (transfer != null) {
            boolean doubted = Bounds.of(event.policyVersion()).doubting()
                    && BruteForce.worth(event).compareTo(new BigDecimal(Bounds.DOUBTED)) >= 0;
            unless(!doubted || used != null, event, "a person confirmed it");
            move(event, transfer);
        }
        unless(approved.put(request.id(), event) == null, event, "it was not approved before");
    }

    private void use(RequestDecided event, ConfirmationSpent used) {
        IntentConfirmed answer = confirmed.get(used.confirmation());
        unless(used.requestId().equals(event.request().id()), used, "it is this request's");
        unless(answer != null && answer.intent().equals(event.request().intent()), used, "this intent was confirmed");
        unless(answer != null && event.at().isBefore(answer.expiresAt()), used, "the confirmation lives");
        unless(spent.add(used.confirmation()), used, "the confirmation was not used before");
    }

    private void move(RequestDecided event, Transfer transfer) {
        Duration coolingOff = Bounds.of(event.policyVersion()).coolingOff();
        Instant added = book.get(transfer.destination());
        unless(added != null && !event.at().isBefore(added.plus(coolingOff)), event, "the destination is booked");
        String orderId = transfer.orderId();
        unless(orderId != null, event, "it has an order id");
        unless(
                approved.values().stream().noneMatch(each -> mayHold(each, orderId, event.at())),
                event,
                "no other withdrawal has its order id");
    }

    private boolean mayHold(RequestDecided earlier, @Nullable String orderId, Instant now) {
        OutcomeClass outcome = outcomes.get(earlier.request().id());
        Transfer transfer = earlier.request().transfer();
        return transfer != null
                && orderId != null
                && orderId.equals(transfer.orderId())
                && outcome != OutcomeClass.REFUSED
                && outcome != OutcomeClass.EXPIRED
                && Duration.between(earlier.at(), now).compareTo(Duration.ofDays(30)) < 0;
    }

    private boolean stops(FreezeScope scope, @Nullable Instant until, RequestFacts request) {
        return holds(until, latest) && covers(scope, request);
    }

    private static boolean holds(@Nullable Instant until, Instant now) {
        return until == null || until.isAfter(now);
    }

    private static boolean covers(FreezeScope scope, RequestFacts request) {
        Transfer transfer = request.transfer();
        return switch (scope) {
            case FreezeScope.Everything everything -> true;
            case FreezeScope.OfEndpoints kind -> (kind.endpoints() == EndpointClass.FUND_MOVING) == (transfer != null);
            case FreezeScope.OfAsset kind ->
                transfer != null && transfer.amount().asset().equals(kind.asset());
        };
    }

    private void unless(boolean fits, AccountEvent event, String rule) {
        if (!fits) {
            violations.add("not so: " + rule + ": " + event);
        }
    }
}
