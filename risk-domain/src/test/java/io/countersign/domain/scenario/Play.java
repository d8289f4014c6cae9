package io.countersign.domain.scenario;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountCommand;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.Circumstances;
import io.countersign.domain.account.Outcome;
import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.control.Authority;
import io.countersign.domain.control.Control;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.decider.AccountDecider;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.finding.Verdict;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ConfirmationId;
import io.countersign.domain.id.ControlId;
import io.countersign.domain.id.IntentDigest;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.id.WireDigest;
import io.countersign.domain.money.Amount;
import io.countersign.domain.money.Price;
import io.countersign.domain.policy.Policies;
import io.countersign.domain.policy.Policy;
import io.countersign.domain.request.Endpoint;
import io.countersign.domain.request.RequestFacts;
import io.countersign.domain.request.Transfer;
import io.countersign.domain.rule.Rule;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts a town's steps before the real decider. What is approved is DONE; a doubted owner confirms and asks again, a thief cannot. */
final class Play {

    private static final Endpoint WITHDRAW = Endpoint.parse("POST /sapi/v1/capital/withdraw/apply");
    private static final RuleId SUM = new RuleId("anomaly-score");

    private final Policies policies;
    private final List<RuleId> scoring;
    private final Map<AccountId, Account> accounts = new HashMap<>();
    private final FanIn fanIn = new FanIn();
    private final List<Judged> judged = new ArrayList<>();
    private long serial;

    private Play(Policy policy, List<RuleId> scoring) {
        this.policies = Policies.only(policy);
        this.scoring = scoring;
    }

    static List<Judged> of(Town town, Policy policy, List<Rule> scoring) {
        Play play = new Play(policy, scoring.stream().map(Rule::id).toList());
        for (Step step : town.steps()) {
            switch (step) {
                case Step.Bind bind -> play.control(bind, new ControlChange.BindConnection(bind.connection(), null));
                case Step.Send send -> play.send(send);
            }
        }
        return play.judged;
    }

    private void send(Step.Send send) {
        IntentDigest intent = new IntentDigest("%064x".formatted(++serial));
        RequestFacts request = facts(send, intent, send.at());
        AccountEvent.RequestDecided decided = decide(send, request, send.at());
        judged.add(judged(send, decided));
        if (decided.status() == DecisionStatus.REJECTED
                && send.attack() == null
                && DecisionStatus.asksForConfirmation(decided.findings())) {
            control(send, new ControlChange.ConfirmIntent(ConfirmationId.raisedBy(request.id())));
            Instant again = send.at().plusSeconds(1);
            decide(send, facts(send, intent, again), again);
        }
    }

    private AccountEvent.RequestDecided decide(Step.Send send, RequestFacts request, Instant at) {
        int others = fanIn.others(send.destination(), send.account(), at);
        Circumstances circumstances = new Circumstances(others, List.of());
        List<AccountEvent> events = apply(send, new AccountCommand.EvaluateRequest(request, circumstances, at));
        AccountEvent.RequestDecided decided = (AccountEvent.RequestDecided) events.getFirst();
        if (decided.status() == DecisionStatus.APPROVED) {
            fanIn.sent(send.destination(), send.account(), at);
            Outcome done = new Outcome(request.id(), OutcomeClass.DONE, 200, null, "done", at);
            apply(send, new AccountCommand.RecordOutcome(done, at.plusSeconds(1)));
        }
        return decided;
    }

    private void control(Step step, ControlChange change) {
        ControlId id = new ControlId("%032x".formatted(++serial));
        Control control =
                new Control(id, step.account(), step.account().value(), Authority.OWNER_WITH_SECOND_FACTOR, change);
        apply(step, new AccountCommand.ApplyControl(control, step.at()));
    }

    private List<AccountEvent> apply(Step step, AccountCommand command) {
        Account account = accounts.computeIfAbsent(step.account(), Account::empty);
        List<AccountEvent> events = AccountDecider.decide(command, account, policies);
        for (AccountEvent event : events) {
            account = account.evolve(event);
        }
        accounts.put(step.account(), account);
        return events;
    }

    private Judged judged(Step.Send send, AccountEvent.RequestDecided decided) {
        List<Integer> points = new ArrayList<>(Collections.nCopies(scoring.size(), 0));
        Verdict verdict = Verdict.PASS;
        int sum = 0;
        for (Finding finding : decided.findings()) {
            int rule = scoring.indexOf(finding.rule());
            if (rule >= 0) {
                points.set(rule, finding.score());
                sum += finding.score();
            }
            verdict = finding.rule().equals(SUM) ? finding.verdict() : verdict;
        }
        return new Judged(send, verdict, sum, points);
    }

    private RequestFacts facts(Step.Send send, IntentDigest intent, Instant at) {
        RequestId id = new RequestId("%032x".formatted(++serial));
        return new RequestFacts(
                id,
                send.account(),
                send.connection(),
                WITHDRAW,
                true,
                new Transfer(new Amount(send.worth(), Scoring.USDT), send.destination(), null),
                new Price(Scoring.USDT, Scoring.USDT, BigDecimal.ONE, at),
                intent,
                new WireDigest(intent.hex()),
                at.plus(Duration.ofSeconds(5)),
                at);
    }
}
