package io.countersign.domain.decider;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountCommand.ApplyControl;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.PolicyConfirmed;
import io.countersign.domain.account.AccountEvent.PolicyProposed;
import io.countersign.domain.account.AccountEvent.PolicyShadowed;
import io.countersign.domain.account.PolicyLedger;
import io.countersign.domain.control.Authority;
import io.countersign.domain.control.Control;
import io.countersign.domain.control.ControlChange.ConfirmPolicy;
import io.countersign.domain.control.ControlChange.ProposePolicy;
import io.countersign.domain.control.ControlChange.ShadowPolicy;
import java.util.List;
import java.util.Optional;

/** The life cycle of policies, on the house account: two officers make one live, and a version never changes. */
final class PolicyDecider {

    private PolicyDecider() {}

    static List<AccountEvent> propose(ApplyControl command, ProposePolicy change, Account account) {
        Control control = command.control();
        if (account.policies().proposals().size() >= PolicyLedger.MOST_PROPOSALS) {
            return ControlDecider.refused(command, "too many policies wait for a confirmation: confirm one first");
        }
        return objection(command, account)
                .orElseGet(() -> List.of(new PolicyProposed(
                        control.id(),
                        control.requestedBy(),
                        account.policies().published() + 1,
                        change.yaml(),
                        command.at())));
    }

    static List<AccountEvent> confirm(ApplyControl command, ConfirmPolicy change, Account account) {
        Control control = command.control();
        PolicyLedger policies = account.policies();
        Optional<List<AccountEvent>> objection = objection(command, account);
        if (objection.isPresent()) {
            return objection.get();
        }
        if (policies.live() == change.version()) {
            return List.of(); // A repeat.
        }
        String proposer = policies.proposerOf(change.version());
        if (proposer == null) {
            return ControlDecider.refused(
                    command,
                    "version %d waits for no confirmation: publish its document again, as a new version"
                            .formatted(change.version()));
        }
        if (proposer.equals(control.requestedBy())) {
            return ControlDecider.refused(command, "whoever published a policy cannot confirm it: ask another officer");
        }
        return List.of(new PolicyConfirmed(control.id(), control.requestedBy(), change.version(), command.at()));
    }

    static List<AccountEvent> shadow(ApplyControl command, ShadowPolicy change, Account account) {
        Control control = command.control();
        PolicyLedger policies = account.policies();
        Optional<List<AccountEvent>> objection = objection(command, account);
        if (objection.isPresent()) {
            return objection.get();
        }
        if (policies.shadow() == change.version()) {
            return List.of(); // A repeat.
        }
        boolean live = change.version() == policies.live() && change.version() != 0;
        if (change.version() < 0 || change.version() > policies.published() || live) {
            return ControlDecider.refused(
                    command, "version %d was not published, or is live".formatted(change.version()));
        }
        return List.of(new PolicyShadowed(control.id(), control.requestedBy(), change.version(), command.at()));
    }

    private static Optional<List<AccountEvent>> objection(ApplyControl command, Account account) {
        if (!account.id().isHouse()) {
            return Optional.of(ControlDecider.refused(command, "policies are the house's"));
        }
        return command.control().authority() == Authority.OFFICER
                ? Optional.empty()
                : Optional.of(ControlDecider.refused(command, "policies are the officers'"));
    }
}
