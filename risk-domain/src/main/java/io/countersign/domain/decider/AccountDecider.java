package io.countersign.domain.decider;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountCommand;
import io.countersign.domain.account.AccountCommand.ApplyControl;
import io.countersign.domain.account.AccountCommand.EvaluateRequest;
import io.countersign.domain.account.AccountCommand.RecordOutcome;
import io.countersign.domain.account.AccountCommand.RefuseControl;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.ControlRefused;
import io.countersign.domain.account.AccountEvent.OutcomeRecorded;
import io.countersign.domain.account.AccountEvent.ReservationReleased;
import io.countersign.domain.account.AccountEvent.ReservationSettled;
import io.countersign.domain.account.DecidedRequest;
import io.countersign.domain.account.Outcome;
import io.countersign.domain.control.Control;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.policy.Policies;
import java.util.List;

/** Decides what a command does to an account. Changes nothing and looks nothing up. */
public final class AccountDecider {

    private AccountDecider() {}

    /** The events that {@code command} causes; none for a repeat. */
    public static List<AccountEvent> decide(AccountCommand command, Account account, Policies policies) {
        return switch (command) {
            case EvaluateRequest c -> RequestDecider.decide(c, account, policies);
            case RecordOutcome c -> record(c, account);
            case ApplyControl c -> ControlDecider.decide(c, account, policies.live());
            case RefuseControl c -> List.of(refused(c));
        };
    }

    private static List<AccountEvent> record(RecordOutcome command, Account account) {
        Outcome outcome = command.outcome();
        RequestId requestId = outcome.requestId();
        DecidedRequest decided = account.activity().decided().get(requestId);
        if (decided == null || decided.status() == DecisionStatus.REJECTED || !decided.awaits(outcome.outcome())) {
            return List.of(); // A repeat, or an outcome of what was never approved or is long forgotten.
        }
        OutcomeRecorded recorded = new OutcomeRecorded(outcome, command.at());
        if (!account.activity().exposure().isOpen(requestId)) {
            return List.of(recorded);
        }
        return switch (outcome.outcome()) {
            case DONE -> List.of(recorded, new ReservationSettled(requestId, command.at()));
            case REFUSED, EXPIRED -> List.of(recorded, new ReservationReleased(requestId, command.at()));
            case UNKNOWN -> List.of(recorded);
        };
    }

    private static ControlRefused refused(RefuseControl command) {
        Control control = command.control();
        return new ControlRefused(control.id(), control.requestedBy(), command.reason(), command.at());
    }
}
