package io.countersign.domain.decider;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountCommand.EvaluateRequest;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.ConfirmationRequested;
import io.countersign.domain.account.AccountEvent.ConfirmationSpent;
import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.account.AccountEvent.ReservationOpened;
import io.countersign.domain.account.Confirmation;
import io.countersign.domain.account.ShadowVerdict;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.id.ConfirmationId;
import io.countersign.domain.id.IntentDigest;
import io.countersign.domain.money.Amount;
import io.countersign.domain.policy.Policies;
import io.countersign.domain.policy.Policy;
import io.countersign.domain.request.RequestFacts;
import io.countersign.domain.request.Transfer;
import io.countersign.domain.rule.RuleInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges a request that was not judged before. */
final class RequestDecider {

    private RequestDecider() {}

    static List<AccountEvent> decide(EvaluateRequest command, Account account, Policies policies) {
        if (account.standing().isErased()) {
            return ErasureDecider.refused(command, policies.live().version());
        }
        RequestFacts request = command.request();
        if (account.activity().decided().containsKey(request.id())) {
            return List.of(); // A repeat: the first decision stands.
        }
        Policy policy = policies.live();
        Instant at = command.at();
        RuleInput input = new RuleInput(request, account, command.circumstances(), at);
        Optional<Confirmation> confirmation = account.confirmations().about(request.intent(), at);
        boolean confirmed = confirmation.filter(each -> each.isUsable(at)).isPresent();
        List<Finding> findings = policy.evaluate(input);
        RequestDecided decided = new RequestDecided(
                request,
                command.circumstances(),
                DecisionStatus.of(findings, confirmed),
                findings,
                policy.version(),
                inShadow(policies.shadow(), input, confirmed),
                at.minus(policy.memory().spending()),
                at.minus(policy.memory().requests()),
                at);
        return consequences(decided, input, confirmation, policy);
    }

    private static @Nullable ShadowVerdict inShadow(@Nullable Policy shadow, RuleInput input, boolean confirmed) {
        if (shadow == null) {
            return null;
        }
        List<Finding> findings = shadow.evaluate(input);
        return new ShadowVerdict(shadow.version(), DecisionStatus.of(findings, confirmed), findings);
    }

    private static List<AccountEvent> consequences(
            RequestDecided decided, RuleInput input, Optional<Confirmation> confirmation, Policy policy) {
        List<AccountEvent> events = new ArrayList<>();
        events.add(decided);
        RequestFacts request = decided.request();
        IntentDigest intent = request.intent();
        Instant at = decided.at();
        if (decided.status() == DecisionStatus.REJECTED) {
            boolean asks = DecisionStatus.asksForConfirmation(decided.findings());
            if (asks && intent != null && confirmation.isEmpty()) {
                ConfirmationId question = ConfirmationId.raisedBy(request.id());
                events.add(new ConfirmationRequested(
                        question, intent, at.plus(policy.stepUp().answerWithin()), at));
            }
            return List.copyOf(events);
        }
        if (intent != null) {
            confirmation
                    .filter(each -> each.isUsable(at))
                    .ifPresent(used -> events.add(new ConfirmationSpent(used.id(), intent, request.id(), at)));
        }
        if (request.movesFunds() || request.transfer() != null) {
            events.add(reservation(input, policy));
        }
        return List.copyOf(events);
    }

    /** An approved transfer always has a worth: the rules of the price and of the caps saw to that. */
    private static ReservationOpened reservation(RuleInput input, Policy policy) {
        RequestFacts request = input.request();
        Amount worth = input.worthIn(policy.quote());
        Transfer transfer = request.transfer();
        if (worth == null || transfer == null) {
            throw new IllegalStateException(
                    "policy %d approved request %s without a price".formatted(policy.version(), request.id()));
        }
        return new ReservationOpened(
                request.id(), worth, transfer.amount().asset(), transfer.destination(), input.now());
    }
}
