package io.countersign.wire.policy;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.countersign.domain.account.SpendWindow;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.money.Amount;
import io.countersign.domain.money.Asset;
import io.countersign.domain.policy.Policy;
import io.countersign.domain.request.Endpoint;
import io.countersign.domain.rule.AccountFreezeRule;
import io.countersign.domain.rule.AddressBookRule;
import io.countersign.domain.rule.ConnectionBoundRule;
import io.countersign.domain.rule.DeadlineRule;
import io.countersign.domain.rule.EndpointAllowedRule;
import io.countersign.domain.rule.PerTransactionCapRule;
import io.countersign.domain.rule.PriceFreshRule;
import io.countersign.domain.rule.Rule;
import io.countersign.domain.rule.SpendCapRule;
import io.countersign.domain.rule.TransferUnderstoodRule;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a policy document. The same text gives the same policy, for ever: replay depends on it. */
public final class PolicyYaml {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** What the day's cap counts over, apart from the calendar day. */
    private static final Duration DAY = Duration.ofHours(24);

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int MOST_DIGITS = 30;

    private PolicyYaml() {}

    /**
     * The policy of {@code yaml} as {@code version}.
     *
     * @throws PolicyException when a field is missing, unknown or out of range
     */
    public static Policy parse(long version, String yaml) {
        PolicyDocument document = read(yaml);
        try {
            return policy(version, document);
        } catch (FieldException e) {
            String line = PolicyLines.of(YAML, yaml).of(e.field);
            throw new PolicyException("policy%s, field %s: %s".formatted(line, e.field, e.getMessage()), e);
        }
    }

    private static Policy policy(long version, PolicyDocument document) {
        Asset quote = field("quote", document.quote(), Asset::new);
        ZoneId zone = field("zone", document.zone(), ZoneId::of);
        Duration retryHorizon = field("retryHorizon", document.retryHorizon(), PolicyYaml::positive);
        SpendWindow day = new SpendWindow.CalendarDay(zone);
        SpendWindow rolling = new SpendWindow.Rolling(DAY);
        Duration longest = day.longest().compareTo(rolling.longest()) > 0 ? day.longest() : rolling.longest();
        PolicyDocument.Limits limits = document.limits();
        List<Rule> rules = List.of(
                new EndpointAllowedRule(endpoints(document.endpoints())),
                new DeadlineRule(),
                new ConnectionBoundRule(),
                new AccountFreezeRule(),
                new TransferUnderstoodRule(),
                new AddressBookRule(),
                new PriceFreshRule(quote, field("priceMaxAge", document.priceMaxAge(), PolicyYaml::positive)),
                new PerTransactionCapRule(cap("limits.perTransaction", limits.perTransaction(), quote)),
                new SpendCapRule(new RuleId("daily-cap"), cap("limits.calendarDay", limits.calendarDay(), quote), day),
                new SpendCapRule(
                        new RuleId("rolling-24h-cap"), cap("limits.rolling24h", limits.rolling24h(), quote), rolling));
        return new Policy(version, quote, longest.plus(retryHorizon), rules);
    }

    private static PolicyDocument read(String yaml) {
        try {
            PolicyDocument document = YAML.readValue(yaml, PolicyDocument.class);
            if (document == null) {
                throw new PolicyException("policy, line 1: the document is empty");
            }
            return document;
        } catch (JsonMappingException e) {
            String field = e.getPath().stream()
                    .map(each -> each.getFieldName() == null ? "[" + each.getIndex() + "]" : "." + each.getFieldName())
                    .collect(Collectors.joining())
                    .replaceFirst("^\\.", "");
            String where =
                    field.isEmpty() ? line(e) : PolicyLines.of(YAML, yaml).of(field) + ", field " + field;
            throw new PolicyException("policy%s: %s".formatted(where, e.getOriginalMessage()), e);
        } catch (JsonProcessingException e) {
            throw new PolicyException("policy%s: %s".formatted(line(e), reason(e)), e);
        }
    }

    private static String reason(JsonProcessingException e) {
        return e.getOriginalMessage().lines().map(String::strip).collect(Collectors.joining(" "));
    }

    private static String line(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        return location == null ? "" : ", line " + location.getLineNr();
    }

    private static Set<Endpoint> endpoints(List<String> texts) {
        Set<Endpoint> endpoints = new HashSet<>();
        for (int i = 0; i < texts.size(); i++) {
            Endpoint endpoint = field("endpoints[" + i + "]", texts.get(i), Endpoint::parse);
            if (!endpoints.add(endpoint)) {
                throw new FieldException(
                        "endpoints[" + i + "]", new IllegalArgumentException(endpoint + " is listed twice"));
            }
        }
        return endpoints;
    }

    private static Amount cap(String field, BigDecimal value, Asset quote) {
        return field(field, value, each -> new Amount(reasonable(each), quote));
    }

    private static BigDecimal reasonable(BigDecimal cap) {
        if (cap.precision() - (long) cap.scale() > MOST_DIGITS || cap.scale() > MOST_DIGITS) {
            throw new IllegalArgumentException(
                    "a cap has at most %d digits before and after the point".formatted(MOST_DIGITS));
        }
        return cap;
    }

    private static Duration positive(String text) {
        Duration duration = Duration.parse(text);
        if (duration.isNegative() || duration.isZero() || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "a duration is more than zero, for example PT60S, and at most " + LONGEST);
        }
        return duration;
    }

    private static <V, T> T field(String name, @Nullable V value, Function<V, T> parse) {
        if (value == null) {
            throw new FieldException(name, new IllegalArgumentException("has no value"));
        }
        try {
            return parse.apply(value);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new FieldException(name, e);
        }
    }

    /** A value that Jackson took and we do not. */
    private static final class FieldException extends RuntimeException {

        private final String field;

        FieldException(String field, RuntimeException cause) {
            super(cause.getMessage(), cause);
            this.field = field;
        }
    }
}
