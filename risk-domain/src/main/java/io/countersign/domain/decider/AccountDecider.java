package io.countersign.domain.decider;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountCommand;
import io.countersign.domain.account.AccountCommand.ApplyControl;
import io.countersign.domain.account.AccountCommand.EvaluateRequest;
import io.countersign.domain.account.AccountCommand.RecordOutcome;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.OutcomeRecorded;
import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.account.AccountEvent.ReservationOpened;
import io.countersign.domain.account.AccountEvent.ReservationReleased;
import io.countersign.domain.account.AccountEvent.ReservationSettled;
import io.countersign.domain.account.DecidedRequest;
import io.countersign.domain.account.Outcome;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.money.Amount;
import io.countersign.domain.policy.Policy;
import io.countersign.domain.request.RequestFacts;
import io.countersign.domain.rule.Worth;
import java.time.Instant;
import java.util.List;

/** Decides what a command does to an account. Changes nothing and looks nothing up. */
public final class AccountDecider {

    private AccountDecider() {}

    /** The events that {@code command} causes; none for a repeat. */
    public static List<AccountEvent> decide(AccountCommand command, Account account, Policy policy) {
        return switch (command) {
            case EvaluateRequest c -> evaluate(c, account, policy);
            case RecordOutcome c -> record(c, account);
            case ApplyControl c -> ControlDecider.decide(c, account);
        };
    }

    private static List<AccountEvent> evaluate(EvaluateRequest command, Account account, Policy policy) {
        RequestFacts request = command.request();
        if (account.decided().containsKey(request.id())) {
            return List.of(); // A repeat: the first decision stands.
        }
        Instant at = command.at();
        List<Finding> findings = policy.evaluate(request, account, at);
        DecisionStatus status = DecisionStatus.of(findings);
        RequestDecided decided =
                new RequestDecided(request, status, findings, policy.version(), at.minus(policy.memory()), at);
        boolean counts = request.movesFunds() || request.transfer() != null;
        if (status == DecisionStatus.REJECTED || !counts) {
            return List.of(decided);
        }
        return List.of(decided, new ReservationOpened(request.id(), worth(request, policy), at));
    }

    /** An approved transfer always has a worth: the rules of the price and of the caps saw to that. */
    private static Amount worth(RequestFacts request, Policy policy) {
        Amount worth = Worth.inQuote(request, policy.quote());
        if (worth == null) {
            throw new IllegalStateException(
                    "policy %d approved request %s without a price".formatted(policy.version(), request.id()));
        }
        return worth;
    }

    private static List<AccountEvent> record(RecordOutcome command, Account account) {
        Outcome outcome = command.outcome();
        RequestId requestId = outcome.requestId();
        DecidedRequest decided = account.decided().get(requestId);
        if (decided == null || decided.status() == DecisionStatus.REJECTED || !decided.awaits(outcome.outcome())) {
            return List.of(); // A repeat, or an outcome of what was never approved or is long forgotten.
        }
        OutcomeRecorded recorded = new OutcomeRecorded(outcome, command.at());
        if (!account.exposure().isOpen(requestId)) {
            return List.of(recorded);
        }
        return switch (outcome.outcome()) {
            case DONE -> List.of(recorded, new ReservationSettled(requestId, command.at()));
            case REFUSED, EXPIRED -> List.of(recorded, new ReservationReleased(requestId, command.at()));
            case UNKNOWN -> List.of(recorded);
        };
    }
}
