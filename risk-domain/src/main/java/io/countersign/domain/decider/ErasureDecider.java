package io.countersign.domain.decider;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountCommand.ApplyControl;
import io.countersign.domain.account.AccountCommand.EvaluateRequest;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.AccountErased;
import io.countersign.domain.account.AccountEvent.ConnectionUnbound;
import io.countersign.domain.account.AccountEvent.ErasureAsked;
import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.account.Erasure;
import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.account.Reservation;
import io.countersign.domain.control.Authority;
import io.countersign.domain.control.Control;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.control.ControlChange.EraseAccount;
import io.countersign.domain.control.ControlChange.UnbindConnection;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Erases an account: two officers, and nothing that is still open, because it cannot be taken back. */
final class ErasureDecider {

    private static final RuleId ERASED = new RuleId("account-erased");
    private static final String GONE = "the account was erased: nothing is done for it any more";

    private ErasureDecider() {}

    static List<AccountEvent> decide(ApplyControl command, EraseAccount change, Account account) {
        Control control = command.control();
        if (account.id().isHouse()) {
            return ControlDecider.refused(command, "the house is nobody's account and cannot be erased");
        }
        if (control.authority() != Authority.OFFICER) {
            return ControlDecider.refused(command, "only officers erase an account");
        }
        String obstacle = obstacle(account, command.at());
        if (obstacle != null) {
            return ControlDecider.refused(command, obstacle);
        }
        if (change.asked() == null) {
            return List.of(new ErasureAsked(control.id(), control.requestedBy(), change.reason(), command.at()));
        }
        if (!(account.standing().erasure() instanceof Erasure.Asked asked)
                || !asked.control().equals(change.asked())) {
            return ControlDecider.refused(
                    command, "no erasure of this id waits for a confirmation: it never did, or was asked for again");
        }
        if (asked.by().equals(control.requestedBy())) {
            return ControlDecider.refused(
                    command, "whoever asked for an erasure cannot confirm it: ask another officer");
        }
        return erased(command, asked, account);
    }

    /** Its connections go first, so that another account may have them. */
    private static List<AccountEvent> erased(ApplyControl command, Erasure.Asked asked, Account account) {
        Control control = command.control();
        List<AccountEvent> events = new ArrayList<>();
        account.standing()
                .connections()
                .keySet()
                .forEach(each ->
                        events.add(new ConnectionUnbound(control.id(), control.requestedBy(), each, command.at())));
        events.add(new AccountErased(control.id(), control.requestedBy(), asked.control(), asked.by(), command.at()));
        return List.copyOf(events);
    }

    /** What a control comes to once the account is erased; to erase it again is harmless, and it has no connection. */
    static List<AccountEvent> afterwards(ApplyControl command) {
        ControlChange change = command.control().change();
        boolean soAlready = change instanceof EraseAccount || change instanceof UnbindConnection;
        return soAlready ? List.of() : ControlDecider.refused(command, GONE);
    }

    /** What a request comes to: no policy is asked, and it is not remembered, so a repeat is refused again. */
    static List<AccountEvent> refused(EvaluateRequest command, long policyVersion) {
        Instant at = command.at();
        return List.of(new RequestDecided(
                command.request(),
                command.circumstances(),
                DecisionStatus.REJECTED,
                List.of(Finding.reject(ERASED, "erased", "not erased", GONE)),
                policyVersion,
                null,
                at,
                at,
                at));
    }

    /** Why the account cannot be erased now; null when it can. */
    private static @Nullable String obstacle(Account account, Instant at) {
        if (!account.standing().freezesAt(at).isEmpty()) {
            return "a freeze holds: lift it first";
        }
        boolean open = account.activity().exposure().reservations().values().stream()
                .anyMatch(Reservation.Open.class::isInstance);
        if (open) {
            return "a reservation is open: what became of its request is to be told first";
        }
        boolean unknown = account.activity().decided().values().stream()
                .anyMatch(each -> each.outcome() == OutcomeClass.UNKNOWN && each.resolution() == null);
        if (unknown) {
            return "the outcome of a request is unknown: resolve it first";
        }
        boolean asked = account.confirmations().byIntent().values().stream().anyMatch(each -> each.isAlive(at));
        return asked ? "a request waits for a confirmation: let it expire first" : null;
    }
}
