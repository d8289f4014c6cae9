package io.countersign.wire.policy;

import io.countersign.domain.account.SpendWindow;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.money.Amount;
import io.countersign.domain.money.Asset;
import io.countersign.domain.rule.CountCapRule;
import io.countersign.domain.rule.PerTransactionCapRule;
import io.countersign.domain.rule.Reach;
import io.countersign.domain.rule.Rule;
import io.countersign.domain.rule.SpendCapRule;
import io.countersign.wire.policy.PolicyDocument.Caps;
import io.countersign.wire.policy.PolicyDocument.Counts;
import io.countersign.wire.policy.PolicyDocument.Limits;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rules of the limits. A field that is not there makes no rule. */
final class CapRules {

    private final Asset quote;
    private final SpendWindow day;
    private final List<Rule> rules = new ArrayList<>();

    private CapRules(Asset quote, ZoneId zone) {
        this.quote = quote;
        this.day = new SpendWindow.CalendarDay(zone);
    }

    static List<Rule> of(Limits limits, Asset quote, ZoneId zone) {
        CapRules made = new CapRules(quote, zone);
        if (limits.perTransaction() != null) {
            made.rules.add(new PerTransactionCapRule(new Amount(limits.perTransaction(), quote)));
        }
        made.spending("", limits.all(), new Reach.All());
        made.counting(limits.transfers());
        if (limits.assets() != null) {
            limits.assets()
                    .forEach((asset, caps) -> made.spending(
                            "asset-%s-".formatted(asset.code().toLowerCase(Locale.ROOT)),
                            caps,
                            new Reach.OfAsset(asset)));
        }
        made.spending("address-", limits.addresses(), new Reach.PerAddress());
        return List.copyOf(made.rules);
    }

    private void spending(String prefix, @Nullable Caps caps, Reach reach) {
        if (caps != null) {
            spend(prefix + "daily-cap", caps.calendarDay(), day, reach);
            spend(prefix + "rolling-24h-cap", caps.rolling24h(), rolling(Duration.ofHours(24)), reach);
            spend(prefix + "rolling-7d-cap", caps.rolling7d(), rolling(Duration.ofDays(7)), reach);
            spend(prefix + "rolling-30d-cap", caps.rolling30d(), rolling(Duration.ofDays(30)), reach);
        }
    }

    private void counting(@Nullable Counts counts) {
        if (counts != null) {
            count("rolling-1h-count", counts.rolling1h(), rolling(Duration.ofHours(1)));
            count("daily-count", counts.calendarDay(), day);
            count("rolling-24h-count", counts.rolling24h(), rolling(Duration.ofHours(24)));
            count("rolling-7d-count", counts.rolling7d(), rolling(Duration.ofDays(7)));
            count("rolling-30d-count", counts.rolling30d(), rolling(Duration.ofDays(30)));
        }
    }

    private void spend(String id, @Nullable BigDecimal cap, SpendWindow window, Reach reach) {
        if (cap != null) {
            rules.add(new SpendCapRule(new RuleId(id), new Amount(cap, quote), window, reach));
        }
    }

    private void count(String id, @Nullable Integer most, SpendWindow window) {
        if (most != null) {
            rules.add(new CountCapRule(new RuleId(id), most, window));
        }
    }

    private static SpendWindow rolling(Duration length) {
        return new SpendWindow.Rolling(length);
    }
}
