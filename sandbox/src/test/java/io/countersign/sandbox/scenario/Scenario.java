package io.countersign.sandbox.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was so, what is asked, what is decided.
 *
 * @param policy what differs from the base document of all scenarios
 * @param domainOnly why the whole system cannot play it in a moment; null when it can
 * @param then the status, and the verdict of each rule that is named
 */
record Scenario(
        String name,
        @Nullable ObjectNode policy,
        @Nullable String domainOnly,
        List<Given> given,
        Asked when,
        Then then) {

    Scenario {
        given = given == null ? List.of() : List.copyOf(given);
    }

    /**
     * One thing that was so before; exactly one field is present.
     *
     * @param transferred a transfer that was approved and carried out
     * @param refused a transfer that was approved and that Binance refused
     * @param asked a request that was judged, whatever came of it
     * @param others how many other accounts sent to the same destination lately
     * @param freeze by an officer
     * @param houseFreeze by an officer, for every account
     * @param pause time that goes by, ISO 8601
     * @param confirmed the question that the last refusal raised is confirmed by
     */
    record Given(
            @Nullable Asked transferred,
            @Nullable Asked refused,
            @Nullable Asked asked,
            @Nullable Integer others,
            @Nullable Frozen freeze,
            @JsonProperty("house-freeze") @Nullable Frozen houseFreeze,
            @Nullable String book,
            @Nullable String unbook,
            @Nullable String unbind,
            @Nullable String tier,
            @Nullable String pause,
            @Nullable String confirmed,
            @Nullable Integer times) {}

    /** A scope by its name, or an asset, and until when it holds, from now. */
    record Frozen(
            @Nullable String scope,
            @Nullable String asset,
            @Nullable String lasts) {}

    /**
     * A withdrawal unless {@code read} is true.
     *
     * @param order the client's own order id; "none" for none, null for a new one
     * @param price "none", or how old it is; null for a fresh one
     * @param late by how much the signature had lapsed at intake
     */
    record Asked(
            @Nullable BigDecimal amount,
            @Nullable String asset,
            @Nullable String to,
            @Nullable String order,
            @Nullable String by,
            @Nullable String price,
            @Nullable String late,
            @Nullable String endpoint,
            @Nullable Boolean read,
            @Nullable Boolean unread) {}

    /** The answer. */
    record Then(
            String status,
            Map<String, String> rules,
            @Nullable Boolean asks) {}

    @Override
    public String toString() {
        return name;
    }
}
