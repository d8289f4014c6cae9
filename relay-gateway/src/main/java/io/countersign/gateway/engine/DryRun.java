package io.countersign.gateway.engine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request that nobody signed, for a policy that may judge nobody yet. */
public record DryRun(
        String yaml,
        String endpoint,
        boolean movesFunds,
        @Nullable String connection,
        @Nullable Transfer transfer) {

    /** What would move; decimals as text. */
    public record Transfer(
            String asset,
            String amount,
            @Nullable String network,
            @Nullable String address,
            @Nullable String tag,
            @Nullable String orderId,
            @Nullable Price price) {}

    /** A pinned price. */
    public record Price(String quote, String value, Instant at) {}

    /** What would have been decided. */
    public record Result(String status, List<Finding> findings) {}

    /** One finding. */
    public record Finding(String rule, String verdict, String observed, String bound, String sentence, int score) {}
}
