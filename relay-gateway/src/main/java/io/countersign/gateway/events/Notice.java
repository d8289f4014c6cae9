package io.countersign.gateway.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.countersign.domain.account.House;
import io.countersign.domain.control.Freeze;
import io.countersign.domain.control.FreezeScope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that a stream says. */
public sealed interface Notice {

    /**
     * Where a request is. One that waits for a person says which confirmation.
     *
     * @param at when it was decided; null for an outcome
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfRequest(
            String requestId,
            String state,
            @Nullable String endpoint,
            @Nullable Instant at,
            @Nullable String confirmationId)
            implements Notice {}

    /**
     * What the engine made of a control: APPLIED or REFUSED.
     *
     * @param change null when it was asked for too long ago to be known here
     * @param reason why it was refused
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfControl(
            String id,
            String state,
            @Nullable String change,
            @Nullable String requestedBy,
            @Nullable String reason) implements Notice {}

    /** The freezes that hold for everyone. */
    record OfHouse(List<HouseFreeze> forEveryone) implements Notice {

        public OfHouse {
            forEveryone = List.copyOf(forEveryone);
        }

        /** Those of {@code house} that have not ended at {@code now}. */
        public static OfHouse of(House house, Instant now) {
            return new OfHouse(house.freezes().stream()
                    .filter(each -> each.holds(now))
                    .map(HouseFreeze::of)
                    .toList());
        }
    }

    /** One of them. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HouseFreeze(
            String id,
            String scope,
            @Nullable String of,
            String reason,
            Instant since,
            @Nullable Instant until) {

        static HouseFreeze of(Freeze freeze) {
            return switch (freeze.scope()) {
                case FreezeScope.Everything all -> of(freeze, "EVERYTHING", null);
                case FreezeScope.OfEndpoints some ->
                    of(freeze, "ENDPOINTS", some.endpoints().name());
                case FreezeScope.OfAsset one -> of(freeze, "ASSET", one.asset().code());
            };
        }

        private static HouseFreeze of(Freeze freeze, String scope, @Nullable String of) {
            return new HouseFreeze(freeze.id().value(), scope, of, freeze.reason(), freeze.at(), freeze.until());
        }
    }

    /** The stream begins; {@code resumed} when nothing was missed since the cursor that was sent. */
    record Began(boolean resumed) implements Notice {}

    /** Somebody is still there. */
    record Beat() implements Notice {}

    /** The stream is over, and why. */
    record Ended(End reason) implements Notice {}
}
