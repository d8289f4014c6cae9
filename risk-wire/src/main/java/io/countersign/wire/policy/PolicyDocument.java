package io.countersign.wire.policy;

import io.countersign.domain.id.AccountId;
import io.countersign.domain.money.Asset;
import io.countersign.domain.request.Endpoint;
import io.countersign.wire.policy.Leaves.CustomId;
import io.countersign.wire.policy.Leaves.Sentence;
import io.countersign.wire.policy.Leaves.TierName;
import io.countersign.wire.policy.custom.Condition;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The YAML document, field by field. What its fields mean is in docs/reference/policy.md. */
record PolicyDocument(
        ZoneId zone,
        Asset quote,
        List<Endpoint> endpoints,
        @Bounds(above = "PT0S", most = LONGEST) Duration priceMaxAge,
        @Bounds(above = "PT0S", most = LONGEST) Duration retryHorizon,

        @Nullable @Bounds(least = "PT0S", most = LONGEST) Duration coolingOff,

        Limits limits,
        @Nullable Map<TierName, Section> tiers,
        @Nullable Map<AccountId, Section> accounts,
        @Nullable Confirming stepUp,
        @Nullable LookingUp lookUps,
        @Nullable AnomalyDocument anomalies,
        @Nullable Alarm guard,
        @Nullable List<String> disabled,
        @Nullable List<Custom> custom) {

    static final String LONGEST = "P366D";

    /** What holds for accounts that no tier and no section of their own says otherwise for. */
    Section base() {
        return new Section(limits, coolingOff, anomalies);
    }

    /** What may differ for some accounts. */
    record Section(
            @Nullable Limits limits,

            @Nullable @Bounds(least = "PT0S", most = LONGEST)
            Duration coolingOff,

            @Nullable AnomalyDocument anomalies) {}

    /** Caps in the quote currency, and numbers of transfers. */
    record Limits(
            @Nullable @Bounds(least = "0") BigDecimal perTransaction,
            @Nullable @Bounds(least = "0") BigDecimal calendarDay,
            @Nullable @Bounds(least = "0") BigDecimal rolling24h,
            @Nullable @Bounds(least = "0") BigDecimal rolling7d,
            @Nullable @Bounds(least = "0") BigDecimal rolling30d,
            @Nullable Counts transfers,
            @Nullable Map<Asset, Caps> assets,
            @Nullable Caps addresses) {

        Caps all() {
            return new Caps(calendarDay, rolling24h, rolling7d, rolling30d);
        }
    }

    /** Caps in the quote currency over windows. */
    record Caps(
            @Nullable @Bounds(least = "0") BigDecimal calendarDay,
            @Nullable @Bounds(least = "0") BigDecimal rolling24h,
            @Nullable @Bounds(least = "0") BigDecimal rolling7d,
            @Nullable @Bounds(least = "0") BigDecimal rolling30d) {}

    /** How many transfers over windows. */
    record Counts(
            @Nullable @Bounds(least = "0") Integer rolling1h,
            @Nullable @Bounds(least = "0") Integer calendarDay,
            @Nullable @Bounds(least = "0") Integer rolling24h,
            @Nullable @Bounds(least = "0") Integer rolling7d,
            @Nullable @Bounds(least = "0") Integer rolling30d) {}

    /** How long a person has. */
    record Confirming(
            @Nullable @Bounds(above = "PT0S", most = "P1D") Duration answerWithin,

            @Nullable @Bounds(above = "PT0S", most = "P1D") Duration useWithin) {}

    /** When it is believed that Binance did not execute what it does not list. */
    record LookingUp(
            @Nullable @Bounds(least = "PT5S", most = "P1D") Duration margin,
            @Nullable @Bounds(least = "2", most = "10") Integer answers,

            @Nullable @Bounds(least = "PT1S", most = "P1D") Duration apart) {}

    /** When so many rejections raise an alert. */
    record Alarm(
            @Nullable @Bounds(above = "0", most = "1") BigDecimal share,
            @Nullable @Bounds(least = "1") Integer atLeast,

            @Nullable @Bounds(above = "PT0S", most = LONGEST)
            Duration window) {}

    /** A rule of one's own. */
    record Custom(
            CustomId id,
            Condition when,
            @Nullable Consequence then,
            @Nullable @Bounds(least = "1", most = "1000") Integer score,
            Sentence sentence) {

        Custom {
            if ((then == null) == (score == null)) {
                throw new IllegalArgumentException(
                        "has either \"then: REJECT\", \"then: STEP_UP\" or \"score: POINTS\"");
            }
        }
    }

    /** What a custom rule's finding objects. */
    enum Consequence {
        REJECT,
        STEP_UP
    }
}
