package io.countersign.gateway.engine;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an engine says of an account.
 *
 * @param role ACTIVE, or STANDBY for a copy that may be behind
 */
public record AccountReport(String role, State state) {

    /** Whether a copy answered, which may be behind. */
    public boolean isStale() {
        return !role.equals("ACTIVE");
    }

    /** The account. Amounts are plain decimals as text. */
    public record State(
            Instant at,
            long policyVersion,
            @Nullable String tier,
            List<Address> addressBook,
            List<Connection> connections,
            List<Freeze> freezes,
            List<Freeze> freezesForEveryone,
            List<Confirmation> confirmations,
            List<Limit> limits,
            List<Decided> decided,
            List<Withdrawal> withdrawals) {}

    /** A destination of the address book; no network is the coin's default. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Address(
            @Nullable String network,
            String address,
            @Nullable String tag,
            Instant addedAt,
            Instant usableFrom) {}

    /** An API key by its keyed fingerprint: HMAC, ED25519 or RSA. */
    public record Connection(String fingerprint, String kind, Instant boundAt) {}

    /** Who stopped what, why, and until when if it ends by itself. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Freeze(
            String id,
            String scope,
            @Nullable String of,
            String reason,
            String placedBy,
            Instant since,
            @Nullable Instant until) {}

    /** A question to the owner, and who answered it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Confirmation(
            String id,
            Instant askedAt,
            Instant expiresAt,
            @Nullable String confirmedBy) {}

    /** How full a limit is; nothing is used of one that is counted in another currency, and nothing is left. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Limit(
            String rule,
            @Nullable String of,
            String unit,
            String window,
            String bound,
            @Nullable String used,
            String left,
            @Nullable Instant nextFreeAt) {}

    /** A request that was judged, oldest first. */
    public record Decided(
            String request,
            String status,
            Instant at,
            @Nullable String outcome,
            @Nullable String resolution) {}

    /** A withdrawal whose end is not certain: how to look it up at Binance, and what look-ups said so far. */
    public record Withdrawal(
            String request,
            String endpoint,
            String connection,
            String orderId,
            Instant earliest,
            Instant countsFrom,
            int emptyAnswers,
            int neededAnswers,
            @Nullable String lastWord) {}
}
