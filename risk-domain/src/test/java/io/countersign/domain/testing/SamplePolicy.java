package io.countersign.domain.testing;

import io.countersign.domain.account.SpendWindow;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.policy.AnomalyThresholds;
import io.countersign.domain.policy.LookUpRules;
import io.countersign.domain.policy.Memory;
import io.countersign.domain.policy.Policy;
import io.countersign.domain.policy.RuleBook;
import io.countersign.domain.policy.StepUp;
import io.countersign.domain.rule.AddressBookRule;
import io.countersign.domain.rule.ConnectionBoundRule;
import io.countersign.domain.rule.DeadlineRule;
import io.countersign.domain.rule.EndpointAllowedRule;
import io.countersign.domain.rule.FreezeRule;
import io.countersign.domain.rule.PerTransactionCapRule;
import io.countersign.domain.rule.PriceFreshRule;
import io.countersign.domain.rule.Reach;
import io.countersign.domain.rule.Rule;
import io.countersign.domain.rule.SpendCapRule;
import io.countersign.domain.rule.TransferUnderstoodRule;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The policy of the tests: 100 USDT in one transfer, 250 in a day of Berlin, 300 in 24 hours. */
public final class SamplePolicy {

    public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    public static final SpendWindow DAY = new SpendWindow.CalendarDay(BERLIN);
    public static final SpendWindow LAST_24_HOURS = new SpendWindow.Rolling(Duration.ofHours(24));
    public static final Duration MEMORY = DAY.longest().plusHours(1);
    public static final StepUp STEP_UP = new StepUp(Duration.ofMinutes(10), Duration.ofMinutes(5));
    private static final Memory KEPT = new Memory(MEMORY, MEMORY);
    private static final Reach EVERYTHING = new Reach.All();

    private static final Map<Long, Policy> PUBLISHED = published(version(1));

    private SamplePolicy() {}

    /** Prices never grow old in it, so that a test of days need not pin new ones. */
    public static Policy version(long version) {
        return of(version, new RuleBook(rules(), null));
    }

    /** The same, but a person must confirm from 60 USDT on, and nobody can from 90 USDT on. */
    public static Policy doubting(long version) {
        List<Rule> rules = new ArrayList<>(rules());
        rules.add(new DoubtRule(new RuleId("large"), Samples.usdt("60"), 40));
        rules.add(new DoubtRule(new RuleId("very-large"), Samples.usdt("90"), 30));
        return of(version, new RuleBook(rules, new AnomalyThresholds(40, 70)));
    }

    /** A policy with one rule book for everyone. */
    public static Policy of(long version, RuleBook book) {
        return new Policy(version, Samples.USDT, KEPT, book, Map.of(), Map.of(), STEP_UP, LookUpRules.DEFAULT, null);
    }

    /** Every policy that a {@link RandomHistory} is judged by, and {@code version(1)}. */
    public static Map<Long, Policy> published() {
        return PUBLISHED;
    }

    private static Map<Long, Policy> published(Policy first) {
        return Stream.concat(Stream.of(first), Bounds.ALL.stream().map(Bounds::policy))
                .collect(Collectors.toUnmodifiableMap(Policy::version, Function.identity()));
    }

    private static List<Rule> rules() {
        return List.of(
                new EndpointAllowedRule(Set.of(Samples.WITHDRAW, Samples.BALANCES)),
                new DeadlineRule(),
                new ConnectionBoundRule(),
                new FreezeRule(),
                new TransferUnderstoodRule(),
                new AddressBookRule(Duration.ZERO),
                new PriceFreshRule(Samples.USDT, Duration.ofDays(366)),
                new PerTransactionCapRule(Samples.usdt("100")),
                new SpendCapRule(new RuleId("daily-cap"), Samples.usdt("250"), DAY, EVERYTHING),
                new SpendCapRule(new RuleId("rolling-24h-cap"), Samples.usdt("300"), LAST_24_HOURS, EVERYTHING));
    }
}
