package io.countersign.domain.account;

import io.countersign.domain.behaviour.Baseline;
import io.countersign.domain.behaviour.Observation;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.lookup.Resolution;
import io.countersign.domain.request.RequestFacts;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What an account has done and what is remembered of it.
 *
 * @param decided requests that were judged, in that order
 * @param exposure the headroom that approvals have taken
 * @param withdrawals those whose end is not certain, and can be looked up
 * @param baseline what is usual, learnt from funds that did move
 */
public record Activity(
        Map<RequestId, DecidedRequest> decided,
        Exposure exposure,
        Map<RequestId, Withdrawal> withdrawals,
        Baseline baseline) {

    static final Activity NONE = new Activity(Map.of(), Exposure.NONE, Map.of(), Baseline.NONE);

    public Activity {
        decided = Ordered.copy(decided);
        withdrawals = Ordered.copy(withdrawals);
    }

    /** A request is remembered for its retries, as long as it counts somewhere, and as long as its withdrawal may show up late. */
    Activity decidedOn(AccountEvent.RequestDecided event) {
        RequestFacts request = event.request();
        Corrupt.unless(!decided.containsKey(request.id()), "request %s was decided before", request.id());
        Exposure counted = exposure.without(event.forgetBefore());
        Map<RequestId, Withdrawal> open = withdrawalsSince(event.forgetBefore());
        Predicate<RequestId> counts = id -> counted.reservations().containsKey(id) || open.containsKey(id);
        Map<RequestId, DecidedRequest> remembered = Ordered.changeable(
                decided, (id, each) -> !each.at().isBefore(event.forgetRequestsBefore()) || counts.test(id));
        Remembered.bound(remembered, counts, event.at());
        remembered.put(request.id(), DecidedRequest.of(event));
        return new Activity(
                Ordered.fixed(remembered),
                counted,
                event.status() == DecisionStatus.APPROVED
                        ? Withdrawal.of(request)
                                .map(withdrawal -> Ordered.with(open, request.id(), withdrawal))
                                .orElse(open)
                        : open,
                baseline);
    }

    Activity reserved(AccountEvent.ReservationOpened event) {
        DecidedRequest request = decided.get(event.requestId());
        boolean approved = request != null && request.status() == DecisionStatus.APPROVED;
        Corrupt.unless(approved, "request %s was never approved", event.requestId());
        Reservation.Open open = new Reservation.Open(event.value(), event.asset(), event.destination(), event.at());
        return new Activity(decided, exposure.opened(event.requestId(), open), withdrawals, baseline);
    }

    Activity settled(RequestId id) {
        Reservation.Open open = exposure.open(id);
        Observation moved = new Observation(open.value(), open.destination(), open.countedSince());
        return new Activity(decided, exposure.settled(id), withdrawals, baseline.learned(moved));
    }

    Activity released(RequestId id) {
        Reservation.Open open = exposure.open(id);
        Withdrawal withdrawal = withdrawals.get(id);
        Map<RequestId, Withdrawal> next =
                withdrawal == null ? withdrawals : Ordered.with(withdrawals, id, withdrawal.released(open.value()));
        return new Activity(decided, exposure.released(id), next, baseline);
    }

    /** What is certain needs no look-up. */
    Activity told(Outcome outcome) {
        RequestId id = outcome.requestId();
        DecidedRequest request = decided.get(id);
        if (request == null || !request.awaits(outcome.outcome())) {
            throw new IllegalStateException(
                    "corrupt journal: request %s awaits no outcome %s".formatted(id, outcome.outcome()));
        }
        return new Activity(
                Ordered.with(decided, id, request.withOutcome(outcome.outcome())),
                exposure,
                outcome.outcome() == OutcomeClass.UNKNOWN ? withdrawals : withdrawalsWithout(id),
                baseline);
    }

    Activity lookedUp(AccountEvent.RequestLookedUp event) {
        RequestId id = event.requestId();
        DecidedRequest request = decided.get(id);
        Withdrawal withdrawal = withdrawals.get(id);
        if (request == null || withdrawal == null) {
            throw new IllegalStateException("corrupt journal: request %s awaits no look-up".formatted(id));
        }
        Resolution resolution = event.result().resolution();
        return new Activity(
                resolution == null ? decided : Ordered.with(decided, id, request.withResolution(resolution)),
                exposure,
                resolution == Resolution.EXECUTED
                        ? withdrawalsWithout(id)
                        : Ordered.with(withdrawals, id, withdrawal.lookedUp(event)),
                baseline);
    }

    private Map<RequestId, Withdrawal> withdrawalsSince(Instant forgetBefore) {
        return Ordered.keeping(withdrawals, (id, each) -> {
            DecidedRequest request = decided.get(id);
            return request != null && !request.at().isBefore(forgetBefore);
        });
    }

    private Map<RequestId, Withdrawal> withdrawalsWithout(RequestId id) {
        return withdrawals.containsKey(id) ? Ordered.removed(withdrawals, id) : withdrawals;
    }
}
