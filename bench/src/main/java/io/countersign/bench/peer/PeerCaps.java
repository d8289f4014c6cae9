package io.countersign.bench.peer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.countersign.sandbox.policy.FirstPolicy;
import java.math.BigDecimal;

/** What every account of a peer may spend, in USDT, and how often. */
record PeerCaps(
        BigDecimal perTransaction,
        BigDecimal calendarDay,
        BigDecimal rolling24h,
        BigDecimal rolling7d,
        BigDecimal rolling30d,
        int transfers1h,
        int transfers24h) {

    /** The limits of the policy of a fresh sandbox. */
    static PeerCaps ofTheFirstPolicy() {
        JsonNode limits = firstPolicy().path("limits");
        return new PeerCaps(
                amount(limits, "perTransaction"),
                amount(limits, "calendarDay"),
                amount(limits, "rolling24h"),
                amount(limits, "rolling7d"),
                amount(limits, "rolling30d"),
                limits.path("transfers").path("rolling1h").asInt(),
                limits.path("transfers").path("rolling24h").asInt());
    }

    private static BigDecimal amount(JsonNode limits, String name) {
        return new BigDecimal(limits.path(name).asText());
    }

    private static JsonNode firstPolicy() {
        try {
            return new YAMLMapper().readTree(FirstPolicy.document());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the policy of a fresh sandbox cannot be read", e);
        }
    }
}
