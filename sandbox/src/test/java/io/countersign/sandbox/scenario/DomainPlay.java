package io.countersign.sandbox.scenario;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountCommand;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.ConfirmationRequested;
import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.account.Circumstances;
import io.countersign.domain.account.Outcome;
import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.control.Authority;
import io.countersign.domain.control.Control;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.control.Freeze;
import io.countersign.domain.decider.AccountDecider;
import io.countersign.domain.id.ConfirmationId;
import io.countersign.domain.id.ControlId;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.policy.Policies;
import io.countersign.wire.policy.PolicyYaml;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plays a scenario with the decider alone; time goes by in no time. */
final class DomainPlay {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Policies policies;
    private final List<Freeze> houseFreezes = new ArrayList<>();
    private Account account = Account.empty(Cast.ALICE);
    private Instant now = NOON;
    private int others;
    private int requests;
    private int controls;
    private @Nullable ConfirmationId question;

    private DomainPlay(Scenario scenario) {
        policies = Policies.only(PolicyYaml.parse(1, ScenarioFiles.policy(scenario)));
        control(new ControlChange.BindConnection(Cast.PHONE, null));
        control(new ControlChange.AddAddress(Cast.place("home")));
    }

    static Seen play(Scenario scenario) {
        DomainPlay play = new DomainPlay(scenario);
        for (Scenario.Given given : scenario.given()) {
            for (int i = 0; i < (given.times() == null ? 1 : given.times()); i++) {
                play.was(given);
            }
        }
        List<AccountEvent> events = play.ask(scenario.when());
        boolean asks = events.stream().anyMatch(ConfirmationRequested.class::isInstance);
        RequestDecided decided = (RequestDecided) events.getFirst();
        return new Seen(decided.status(), decided.findings(), asks);
    }

    private void was(Scenario.Given given) {
        if (given.transferred() != null) {
            told(given.transferred(), OutcomeClass.DONE);
        } else if (given.refused() != null) {
            told(given.refused(), OutcomeClass.REFUSED);
        } else if (given.asked() != null) {
            List<AccountEvent> unused = ask(given.asked());
        } else if (given.others() != null) {
            others = given.others();
        } else if (given.pause() != null) {
            now = now.plus(Duration.parse(given.pause()));
        } else {
            set(given);
        }
    }

    private void set(Scenario.Given given) {
        if (given.freeze() != null) {
            control(Cast.freeze(given.freeze(), now));
        } else if (given.houseFreeze() != null) {
            ControlChange.FreezeAccount freeze = Cast.freeze(given.houseFreeze(), now);
            houseFreezes.add(new Freeze(nextControl(), freeze.scope(), freeze.reason(), "olivia", now, freeze.until()));
        } else if (given.book() != null) {
            control(new ControlChange.AddAddress(Cast.place(given.book())));
        } else if (given.unbook() != null) {
            control(new ControlChange.RemoveAddress(Cast.place(given.unbook())));
        } else if (given.unbind() != null) {
            control(new ControlChange.UnbindConnection(Cast.PHONE));
        } else if (given.tier() != null) {
            control(new ControlChange.AssignTier(given.tier()));
        } else if (given.confirmed() != null && question != null) {
            control(new ControlChange.ConfirmIntent(question));
        } else {
            throw new IllegalArgumentException("nothing is given, or nothing was asked: " + given);
        }
    }

    private void told(Scenario.Asked asked, OutcomeClass outcome) {
        RequestDecided decided = (RequestDecided) ask(asked).getFirst();
        RequestId id = decided.request().id();
        take(new AccountCommand.RecordOutcome(new Outcome(id, outcome, 200, null, "as Binance answered", now), now));
    }

    private List<AccountEvent> ask(Scenario.Asked asked) {
        List<Freeze> standing =
                houseFreezes.stream().filter(each -> each.holds(now)).toList();
        return take(new AccountCommand.EvaluateRequest(
                Cast.facts(asked, ++requests, now), new Circumstances(others, standing), now));
    }

    private void control(ControlChange change) {
        Control control = new Control(nextControl(), Cast.ALICE, "olivia", Authority.OFFICER, change);
        List<AccountEvent> unused = take(new AccountCommand.ApplyControl(control, now));
    }

    private List<AccountEvent> take(AccountCommand command) {
        List<AccountEvent> events = AccountDecider.decide(command, account, policies);
        for (AccountEvent event : events) {
            account = account.evolve(event);
            if (event instanceof ConfirmationRequested asked) {
                question = asked.confirmation();
            }
        }
        return events;
    }

    private ControlId nextControl() {
        return new ControlId("%032x".formatted(++controls));
    }
}
