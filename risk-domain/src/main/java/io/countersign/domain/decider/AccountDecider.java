package io.countersign.domain.decider;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountCommand;
import io.countersign.domain.account.AccountCommand.ApplyControl;
import io.countersign.domain.account.AccountCommand.EvaluateRequest;
import io.countersign.domain.account.AccountCommand.RefuseControl;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.ControlRefused;
import io.countersign.domain.control.Control;
import io.countersign.domain.policy.Policies;
import java.util.List;

/** Decides what a command does to an account. Changes nothing and looks nothing up. */
public final class AccountDecider {

    private AccountDecider() {}

    /** The events that {@code command} causes; none for a repeat. */
    public static List<AccountEvent> decide(AccountCommand command, Account account, Policies policies) {
        return switch (command) {
            case EvaluateRequest c -> RequestDecider.decide(c, account, policies);
            case AccountCommand.RecordOutcome c ->
                account.standing().isErased() ? List.of() : OutcomeDecider.decide(c, account, policies.live());
            case ApplyControl c -> ControlDecider.decide(c, account, policies.live());
            case RefuseControl c -> List.of(refused(c));
        };
    }

    private static ControlRefused refused(RefuseControl command) {
        Control control = command.control();
        return new ControlRefused(control.id(), control.requestedBy(), command.reason(), command.at());
    }
}
