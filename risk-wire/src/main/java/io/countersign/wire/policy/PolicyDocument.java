package io.countersign.wire.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;

/** The YAML document, field by field. What its fields mean is in docs/reference/policy.md. */
record PolicyDocument(
        @JsonProperty(required = true) String zone,
        @JsonProperty(required = true) String quote,
        @JsonProperty(required = true) List<String> endpoints,
        @JsonProperty(required = true) Limits limits,
        @JsonProperty(required = true) String priceMaxAge,
        @JsonProperty(required = true) String retryHorizon) {

    /** Caps in the quote currency. */
    record Limits(
            @JsonProperty(required = true) BigDecimal perTransaction,
            @JsonProperty(required = true) BigDecimal calendarDay,
            @JsonProperty(required = true) BigDecimal rolling24h) {}
}
