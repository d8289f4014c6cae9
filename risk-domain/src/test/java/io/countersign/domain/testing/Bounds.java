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
import io.countersign.domain.rule.CountCapRule;
import io.countersign.domain.rule.DeadlineRule;
import io.countersign.domain.rule.EndpointAllowedRule;
import io.countersign.domain.rule.FreezeRule;
import io.countersign.domain.rule.OrderIdRule;
import io.countersign.domain.rule.PerTransactionCapRule;
import io.countersign.domain.rule.PriceFreshRule;
import io.countersign.domain.rule.Reach;
import io.countersign.domain.rule.Rule;
import io.countersign.domain.rule.SpendCapRule;
import io.countersign.domain.rule.TierKnownRule;
import io.countersign.domain.rule.TransferUnderstoodRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a policy of the random histories allows, in USDT. The numbers alone, so that whoever adds up again needs no rule.
 *
 * @param ofBtc of Bitcoin in 24 hours
 * @param perAddress to one address in 24 hours
 * @param transfers in 24 hours
 * @param doubting whether a person must confirm from {@link #DOUBTED} on
 */
public record Bounds(
        long version,
        String transfer,
        String day,
        String last24Hours,
        String last7Days,
        String last30Days,
        String ofBtc,
        String perAddress,
        int transfers,
        Duration coolingOff,
        boolean doubting) {

    /** The policies that the histories switch between; neither is stricter in everything. */
    public static final List<Bounds> ALL = List.of(
            new Bounds(2, "100", "175", "200", "350", "500", "75.00000002", "150", 5, Duration.ZERO, true),
            new Bounds(3, "75", "225", "275", "400", "600", "50.00000001", "200", 6, Duration.ofMinutes(30), false));

    /** In USDT. */
    public static final String DOUBTED = "75";

    static final Memory KEPT = new Memory(Duration.ofDays(30).plusHours(1), Duration.ofHours(2));

    /** Long enough for a history of hours to come back in time, and to come too late. */
    private static final StepUp STEP_UP = new StepUp(Duration.ofHours(2), Duration.ofHours(3));

    private static final SpendWindow LAST_7_DAYS = new SpendWindow.Rolling(Duration.ofDays(7));
    private static final SpendWindow LAST_30_DAYS = new SpendWindow.Rolling(Duration.ofDays(30));
    private static final Reach EVERYTHING = new Reach.All();

    /** The bounds of {@code version}. */
    public static Bounds of(long version) {
        return ALL.stream().filter(each -> each.version == version).findFirst().orElseThrow();
    }

    Policy policy() {
        List<Rule> rules = new ArrayList<>(List.of(
                new EndpointAllowedRule(Set.of(Samples.WITHDRAW, Samples.BALANCES)),
                new DeadlineRule(),
                new ConnectionBoundRule(),
                new TierKnownRule(Set.of()),
                new FreezeRule(),
                new TransferUnderstoodRule(),
                new OrderIdRule(),
                new AddressBookRule(coolingOff),
                new PriceFreshRule(Samples.USDT, Duration.ofDays(366)),
                new PerTransactionCapRule(Samples.usdt(transfer)),
                cap("daily-cap", day, SamplePolicy.DAY, EVERYTHING),
                cap("rolling-24h-cap", last24Hours, SamplePolicy.LAST_24_HOURS, EVERYTHING),
                cap("rolling-7d-cap", last7Days, LAST_7_DAYS, EVERYTHING),
                cap("rolling-30d-cap", last30Days, LAST_30_DAYS, EVERYTHING),
                cap("btc-cap", ofBtc, SamplePolicy.LAST_24_HOURS, new Reach.OfAsset(Samples.BTC)),
                cap("address-cap", perAddress, SamplePolicy.LAST_24_HOURS, new Reach.PerAddress()),
                new CountCapRule(new RuleId("count-cap"), transfers, SamplePolicy.LAST_24_HOURS)));
        if (doubting) {
            rules.add(new DoubtRule(new RuleId("large"), Samples.usdt(DOUBTED), 40));
        }
        RuleBook book = new RuleBook(rules, doubting ? new AnomalyThresholds(40, 70) : null);
        return new Policy(version, Samples.USDT, KEPT, book, Map.of(), Map.of(), STEP_UP, LookUpRules.DEFAULT, null);
    }

    private static SpendCapRule cap(String id, String cap, SpendWindow window, Reach reach) {
        return new SpendCapRule(new RuleId(id), Samples.usdt(cap), window, reach);
    }
}
