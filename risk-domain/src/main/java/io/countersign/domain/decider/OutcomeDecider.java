package io.countersign.domain.decider;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountCommand.RecordOutcome;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.OutcomeRecorded;
import io.countersign.domain.account.AccountEvent.ReservationOpened;
import io.countersign.domain.account.AccountEvent.ReservationReleased;
import io.countersign.domain.account.AccountEvent.ReservationSettled;
import io.countersign.domain.account.DecidedRequest;
import io.countersign.domain.account.Outcome;
import io.countersign.domain.account.Withdrawal;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.money.Amount;
import io.countersign.domain.policy.Policy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What an outcome does to its request's reservation, and what it shows of another request. */
final class OutcomeDecider {

    private OutcomeDecider() {}

    static List<AccountEvent> decide(RecordOutcome command, Account account, Policy policy) {
        Outcome outcome = command.outcome();
        RequestId requestId = outcome.requestId();
        DecidedRequest decided = account.activity().decided().get(requestId);
        if (decided == null || decided.status() == DecisionStatus.REJECTED || !decided.awaits(outcome.outcome())) {
            return List.of(); // A repeat, or an outcome of what was never approved or is long forgotten.
        }
        List<AccountEvent> shown = LookUpDecider.decide(command, account, policy.lookUps());
        List<AccountEvent> events = new ArrayList<>();
        events.add(
                shown.isEmpty()
                        ? new OutcomeRecorded(outcome.withoutLookUp(), 0, command.at())
                        : new OutcomeRecorded(outcome, policy.version(), command.at()));
        events.addAll(
                switch (outcome.outcome()) {
                    case DONE -> moved(requestId, account, command.at());
                    case REFUSED, EXPIRED -> stayed(requestId, account, command.at());
                    case UNKNOWN -> List.<AccountEvent>of();
                });
        events.addAll(shown);
        return List.copyOf(events);
    }

    /** It counts from now on if it was taken not to have moved. */
    static List<AccountEvent> moved(RequestId requestId, Account account, Instant at) {
        if (account.activity().exposure().isOpen(requestId)) {
            return List.of(new ReservationSettled(requestId, at));
        }
        Withdrawal withdrawal = account.activity().withdrawals().get(requestId);
        Amount released = withdrawal == null ? null : withdrawal.released();
        if (withdrawal == null || released == null) {
            return List.of();
        }
        return List.of(
                new ReservationOpened(
                        requestId,
                        released,
                        withdrawal.transfer().amount().asset(),
                        withdrawal.transfer().destination(),
                        at),
                new ReservationSettled(requestId, at));
    }

    static List<AccountEvent> stayed(RequestId requestId, Account account, Instant at) {
        return account.activity().exposure().isOpen(requestId)
                ? List.of(new ReservationReleased(requestId, at))
                : List.of();
    }
}
