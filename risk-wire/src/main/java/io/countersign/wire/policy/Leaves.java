package io.countersign.wire.policy;

import io.countersign.domain.id.AccountId;
import io.countersign.domain.money.Asset;
import io.countersign.domain.request.Endpoint;
import io.countersign.wire.policy.custom.Condition;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values without fields that a policy has. */
final class Leaves {

    private static final int MOST_DIGITS = 30;
    private static final int LONGEST_SENTENCE = 200;
    private static final Pattern CUSTOM_ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern TIER = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private static final Map<Class<?>, Leaf<?>> ALL = Map.ofEntries(
            Map.entry(String.class, Leaf.text("a text", text -> text)),
            Map.entry(
                    BigDecimal.class,
                    Leaf.number("a number with at most 30 digits before and after the point", Leaves::number)),
            Map.entry(Integer.class, Leaf.number("a whole number", text -> number(text)
                    .intValueExact())),
            Map.entry(Duration.class, Leaf.text("an ISO 8601 duration, for example PT60S or P7D", Duration::parse)),
            Map.entry(ZoneId.class, Leaf.text("an IANA time zone, for example Europe/Berlin", ZoneId::of)),
            Map.entry(Asset.class, Leaf.text("an asset code: 1 to 20 upper-case letters and digits", Asset::new)),
            Map.entry(
                    Endpoint.class,
                    Leaf.text("a method and a path, for example GET /sapi/v1/capital/config/getall", Endpoint::parse)),
            Map.entry(
                    AccountId.class,
                    Leaf.text("an account: 1 to 64 letters, digits, dots, underscores and hyphens", Leaves::account)),
            Map.entry(
                    TierName.class,
                    Leaf.text("a tier: 1 to 64 letters, digits, dots, underscores and hyphens", TierName::new)),
            Map.entry(
                    CustomId.class,
                    Leaf.text("an id: at most 40 lower-case letters and digits, with hyphens between", CustomId::new)),
            Map.entry(Sentence.class, Leaf.text("a sentence of 1 to 200 characters on one line", Sentence::new)),
            Map.entry(Condition.class, Leaf.text("a condition in CEL", Condition::compile)));

    private Leaves() {}

    /** Null when {@code type} has fields. */
    static @Nullable Leaf<?> of(Class<?> type) {
        return ALL.get(type);
    }

    private static BigDecimal number(String text) {
        BigDecimal number = new BigDecimal(text);
        if (number.precision() - (long) number.scale() > MOST_DIGITS || number.scale() > MOST_DIGITS) {
            throw new IllegalArgumentException("too many digits");
        }
        return number;
    }

    private static AccountId account(String text) {
        AccountId account = new AccountId(text);
        if (account.isHouse()) {
            throw new IllegalArgumentException("the house sends nothing");
        }
        return account;
    }

    /** Names a tier of accounts. */
    record TierName(String value) {
        TierName {
            require(TIER.matcher(value).matches());
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** Names a custom rule. */
    record CustomId(String value) {
        CustomId {
            require(value.length() <= 40 && CUSTOM_ID.matcher(value).matches());
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** What a person is told. */
    record Sentence(String value) {
        Sentence {
            require(!value.isBlank()
                    && value.length() <= LONGEST_SENTENCE
                    && value.chars().noneMatch(Character::isISOControl));
        }

        @Override
        public String toString() {
            return value;
        }
    }

    private static void require(boolean fits) {
        if (!fits) {
            throw new IllegalArgumentException("has another form");
        }
    }
}
