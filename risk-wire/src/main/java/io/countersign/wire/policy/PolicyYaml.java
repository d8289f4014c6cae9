package io.countersign.wire.policy;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
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

/** Reads a policy document. The same text gives the same policy, for ever: replay depends on it. */
public final class PolicyYaml {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** What the day's cap counts over, apart from the calendar day. */
    private static final Duration DAY = Duration.ofHours(24);

    private PolicyYaml() {}

    /**
     * The policy of {@code yaml} as {@code version}.
     *
     * @throws PolicyException when a field is missing, unknown or out of range
     */
    public static Policy parse(long version, String yaml) {
        PolicyDocument document = read(yaml);
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
            return YAML.readValue(yaml, PolicyDocument.class);
        } catch (JsonMappingException e) {
            String field = e.getPath().stream()
                    .map(each -> each.getFieldName() == null ? "[" + each.getIndex() + "]" : each.getFieldName())
                    .collect(Collectors.joining("."));
            throw new PolicyException(
                    "policy%s%s: %s"
                            .formatted(line(e), field.isEmpty() ? "" : ", field " + field, e.getOriginalMessage()),
                    e);
        } catch (JsonProcessingException e) {
            throw new PolicyException("policy%s: %s".formatted(line(e), e.getOriginalMessage()), e);
        }
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
                throw new PolicyException("policy, field endpoints[%d]: %s is listed twice".formatted(i, endpoint));
            }
        }
        return endpoints;
    }

    private static Amount cap(String field, BigDecimal value, Asset quote) {
        return field(field, value, each -> new Amount(each, quote));
    }

    private static Duration positive(String text) {
        Duration duration = Duration.parse(text);
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("a duration is more than zero, for example PT60S");
        }
        return duration;
    }

    private static <V, T> T field(String name, V value, Function<V, T> parse) {
        try {
            return parse.apply(value);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new PolicyException("policy, field %s: %s".formatted(name, e.getMessage()), e);
        }
    }
}
