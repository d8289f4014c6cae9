package io.countersign.domain.testing;

import io.countersign.domain.account.SpendWindow;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.policy.Policy;
import io.countersign.domain.rule.AccountFreezeRule;
import io.countersign.domain.rule.AddressBookRule;
import io.countersign.domain.rule.ConnectionBoundRule;
import io.countersign.domain.rule.DeadlineRule;
import io.countersign.domain.rule.EndpointAllowedRule;
import io.countersign.domain.rule.PerTransactionCapRule;
import io.countersign.domain.rule.PriceFreshRule;
import io.countersign.domain.rule.SpendCapRule;
import io.countersign.domain.rule.TransferUnderstoodRule;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** The policy of the tests: 100 USDT in one transfer, 250 in a day of Berlin, 300 in 24 hours. */
public final class SamplePolicy {

    public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    public static final SpendWindow DAY = new SpendWindow.CalendarDay(BERLIN);
    public static final SpendWindow LAST_24_HOURS = new SpendWindow.Rolling(Duration.ofHours(24));
    public static final Duration MEMORY = DAY.longest().plusHours(1);

    private SamplePolicy() {}

    /** Prices never grow old in it, so that a test of days need not pin new ones. */
    public static Policy version(long version) {
        return new Policy(
                version,
                Samples.USDT,
                MEMORY,
                List.of(
                        new EndpointAllowedRule(Set.of(Samples.WITHDRAW, Samples.BALANCES)),
                        new DeadlineRule(),
                        new ConnectionBoundRule(),
                        new AccountFreezeRule(),
                        new TransferUnderstoodRule(),
                        new AddressBookRule(),
                        new PriceFreshRule(Samples.USDT, Duration.ofDays(366)),
                        new PerTransactionCapRule(Samples.usdt("100")),
                        new SpendCapRule(new RuleId("daily-cap"), Samples.usdt("250"), DAY),
                        new SpendCapRule(new RuleId("rolling-24h-cap"), Samples.usdt("300"), LAST_24_HOURS)));
    }
}
