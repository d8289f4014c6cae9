package io.countersign.replay.whatif;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountCommand;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.IntentConfirmed;
import io.countersign.domain.account.AccountEvent.OutcomeRecorded;
import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.account.Outcome;
import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.control.Control;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.decider.AccountDecider;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.policy.Policies;
import io.countersign.domain.policy.Policy;
import java.util.List;
import java.util.Optional;

/**
 * An account's life under another policy. What people set is as it was. What its own approvals took, and what it refused gave free,
 * is the other policy's doing: a refusal today leaves headroom tomorrow. A transfer that only the other policy approves is taken to
 * have moved at once; an outcome of one that it refuses is nobody's.
 */
final class Counterfactual {

    private final Policies judges;

    Counterfactual(Policy candidate) {
        judges = Policies.only(candidate);
    }

    /** What the other policy decides of the request that {@code fact} was about; empty when it decided it already. */
    Optional<RequestDecided> judge(WhatIfState state, RequestDecided fact) {
        List<AccountEvent> caused =
                decide(state, new AccountCommand.EvaluateRequest(fact.request(), fact.circumstances(), fact.at()));
        Optional<RequestDecided> decided = caused.stream()
                .filter(RequestDecided.class::isInstance)
                .map(RequestDecided.class::cast)
                .findFirst();
        boolean onlyHere = fact.status() == DecisionStatus.REJECTED
                && decided.filter(each -> each.status() == DecisionStatus.APPROVED)
                        .isPresent();
        if (onlyHere) {
            Outcome moved =
                    new Outcome(fact.request().id(), OutcomeClass.DONE, null, null, "taken to have moved", fact.at());
            decide(state, new AccountCommand.RecordOutcome(moved, fact.at()));
        }
        return decided;
    }

    /** Lets anything else happen that did. */
    void follow(WhatIfState state, AccountEvent fact) {
        switch (fact) {
            case OutcomeRecorded e -> decide(state, new AccountCommand.RecordOutcome(e.outcome(), e.at()));
            case IntentConfirmed e -> {
                Control control = new Control(
                        e.control(),
                        state.account.id(),
                        e.requestedBy(),
                        e.authority(),
                        new ControlChange.ConfirmIntent(e.confirmation()));
                decide(state, new AccountCommand.ApplyControl(control, e.at()));
            }
            case RequestDecided e -> throw new IllegalArgumentException("a decision is judged, not followed");
            case AccountEvent.RequestLookedUp e -> {}
            case AccountEvent.ReservationOpened e -> {}
            case AccountEvent.ReservationSettled e -> {}
            case AccountEvent.ReservationReleased e -> {}
            case AccountEvent.ConfirmationRequested e -> {}
            case AccountEvent.ConfirmationSpent e -> {}
            default -> state.account = state.account.evolve(fact);
        }
    }

    private List<AccountEvent> decide(WhatIfState state, AccountCommand command) {
        Account account = state.account;
        List<AccountEvent> caused = AccountDecider.decide(command, account, judges);
        for (AccountEvent each : caused) {
            account = account.evolve(each);
        }
        state.account = account;
        return caused;
    }
}
