package io.countersign.domain.decider;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountCommand.ApplyControl;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.AccountFrozen;
import io.countersign.domain.account.AccountEvent.AccountUnfrozen;
import io.countersign.domain.account.Standing;
import io.countersign.domain.control.Authority;
import io.countersign.domain.control.Control;
import io.countersign.domain.control.ControlChange.FreezeAccount;
import io.countersign.domain.control.ControlChange.UnfreezeAccount;
import io.countersign.domain.control.Freeze;
import io.countersign.domain.control.FreezeScope;
import java.time.Instant;
import java.util.List;

/** Anyone entitled may stop an account at once; it takes an officer, and another person than who stopped it, to let it go on. */
final class FreezeDecider {

    private FreezeDecider() {}

    static List<AccountEvent> freeze(ApplyControl command, FreezeAccount change, Account account) {
        Control control = command.control();
        boolean officer = control.authority() == Authority.OFFICER;
        if (account.standing().freezes().containsKey(control.id())) {
            return List.of(); // A repeat.
        }
        if (!officer && !(change.scope() instanceof FreezeScope.Everything)) {
            return ControlDecider.refused(
                    command, "an owner freezes everything of the account; a part is an officer's");
        }
        if (account.id().isHouse() && !officer) {
            return ControlDecider.refused(command, "only an officer freezes for everyone");
        }
        if (account.standing().freezesAt(command.at()).size() >= Standing.MOST_FREEZES) {
            return ControlDecider.refused(
                    command, "%d freezes hold already: lift one first".formatted(Standing.MOST_FREEZES));
        }
        Instant until = change.until();
        if (until != null && !until.isAfter(command.at())) {
            return ControlDecider.refused(command, "the freeze would be over before it began: until " + until);
        }
        return List.of(new AccountFrozen(
                control.id(),
                control.requestedBy(),
                control.authority(),
                change.scope(),
                change.reason(),
                until,
                command.at()));
    }

    static List<AccountEvent> unfreeze(ApplyControl command, UnfreezeAccount change, Account account) {
        Control control = command.control();
        if (control.authority() != Authority.OFFICER) {
            return ControlDecider.refused(command, "only an officer lifts a freeze");
        }
        List<Freeze> lifted = account.standing().freezesAt(command.at()).stream()
                .filter(each -> change.freeze() == null || each.id().equals(change.freeze()))
                .toList();
        if (lifted.isEmpty() && change.freeze() != null) {
            return ControlDecider.refused(command, "no freeze of this id holds: it was lifted, ended, or never was");
        }
        if (lifted.stream().anyMatch(each -> each.placedBy().equals(control.requestedBy()))) {
            return ControlDecider.refused(command, "whoever placed a freeze cannot lift it: ask another officer");
        }
        return lifted.stream()
                .<AccountEvent>map(each -> new AccountUnfrozen(
                        control.id(), control.requestedBy(), each.id(), change.reason(), command.at()))
                .toList();
    }
}
