package io.countersign.domain.account;

import io.countersign.domain.behaviour.Baseline;
import io.countersign.domain.behaviour.Observation;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.id.RequestId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an account has done and what is remembered of it.
 *
 * @param decided requests that were judged, in that order
 * @param exposure the headroom that approvals have taken
 * @param baseline what is usual, learnt from funds that did move
 */
public record Activity(Map<RequestId, DecidedRequest> decided, Exposure exposure, Baseline baseline) {

    static final Activity NONE = new Activity(Map.of(), Exposure.NONE, Baseline.NONE);

    public Activity {
        decided = Ordered.copy(decided);
    }

    /** A request is remembered for its retries, and as long as it counts somewhere. */
    Activity decidedOn(AccountEvent.RequestDecided event) {
        RequestId requestId = event.request().id();
        Corrupt.unless(!decided.containsKey(requestId), "request %s was decided before", requestId);
        Exposure counted = exposure.without(event.forgetBefore());
        Map<RequestId, DecidedRequest> next = new LinkedHashMap<>(decided);
        next.entrySet()
                .removeIf(each -> each.getValue().at().isBefore(event.forgetRequestsBefore())
                        && !counted.reservations().containsKey(each.getKey()));
        next.put(requestId, DecidedRequest.of(event));
        return new Activity(next, counted, baseline);
    }

    Activity reserved(AccountEvent.ReservationOpened event) {
        DecidedRequest request = decided.get(event.requestId());
        boolean approved = request != null && request.status() == DecisionStatus.APPROVED;
        Corrupt.unless(approved, "request %s was never approved", event.requestId());
        Reservation.Open open = new Reservation.Open(event.value(), event.asset(), event.destination(), event.at());
        return new Activity(decided, exposure.opened(event.requestId(), open), baseline);
    }

    Activity settled(RequestId id) {
        Reservation.Open open = exposure.open(id);
        Observation moved = new Observation(open.value(), open.destination(), open.countedSince());
        return new Activity(decided, exposure.settled(id), baseline.learned(moved));
    }

    Activity released(RequestId id) {
        return new Activity(decided, exposure.released(id), baseline);
    }

    Activity told(Outcome outcome) {
        DecidedRequest request = decided.get(outcome.requestId());
        if (request == null || !request.awaits(outcome.outcome())) {
            throw new IllegalStateException("corrupt journal: request %s awaits no outcome %s"
                    .formatted(outcome.requestId(), outcome.outcome()));
        }
        return new Activity(
                Ordered.with(decided, outcome.requestId(), request.withOutcome(outcome.outcome())), exposure, baseline);
    }
}
