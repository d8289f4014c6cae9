package io.countersign.engine.query;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account as JSON. Amounts are plain decimals as text.
 *
 * @param sequence of its last journal entry
 * @param lastHash of its last journal entry, hex digits
 * @param at when this was put together
 * @param policyVersion of the live policy; 0 for none
 * @param tier null for none
 * @param freezes of the account that hold
 * @param freezesForEveryone that hold
 * @param confirmations that can be answered or used, oldest first
 * @param withdrawals whose end is not certain, and that can be looked up at Binance
 * @param decided requests that it remembers, oldest first
 */
public record AccountBody(
        String account,
        long sequence,
        String lastHash,
        Instant at,
        long policyVersion,
        @Nullable String tier,
        List<AddressBody> addressBook,
        List<ConnectionBody> connections,
        List<FreezeBody> freezes,
        List<FreezeBody> freezesForEveryone,
        List<ConfirmationBody> confirmations,
        List<LimitBody> limits,
        List<DecidedBody> decided,
        List<ReservationBody> reservations,
        List<WithdrawalBody> withdrawals,
        BaselineBody baseline) {

    /** A destination of the address book; a null network is the coin's default. */
    public record AddressBody(
            @Nullable String network,
            String address,
            @Nullable String tag,
            Instant addedAt,
            Instant usableFrom) {}

    /** An API key by its keyed fingerprint; the kind is HMAC, or the algorithm of its public key. */
    public record ConnectionBody(String fingerprint, String kind, Instant boundAt) {}

    /** Who stopped what, why and until when; null for until somebody lifts it. */
    public record FreezeBody(
            String id,
            String scope,
            @Nullable String of,
            String reason,
            String placedBy,
            Instant since,
            @Nullable Instant until) {}

    /** A question to the owner; confirmedBy is null while nobody answered. */
    public record ConfirmationBody(
            String id,
            Instant askedAt,
            Instant expiresAt,
            @Nullable String confirmedBy) {}

    /** How full a limit is; used is null when it is counted in another currency. */
    public record LimitBody(
            String rule,
            @Nullable String of,
            String unit,
            String window,
            String bound,
            @Nullable String used,
            String left,
            @Nullable Instant nextFreeAt) {}

    /** A request that was judged; the outcome is null while none is told, and the resolution while look-ups showed none. */
    public record DecidedBody(
            String request,
            String status,
            Instant at,
            @Nullable String outcome,
            @Nullable String resolution) {}

    /**
     * A withdrawal to look up at Binance.
     *
     * @param earliest when Binance can have taken it, at the earliest
     * @param countsFrom from when on an empty answer counts, on Binance's clock
     * @param emptyAnswers that counted so far, of {@code neededAnswers}
     * @param lastWord what the latest look-up said; null before the first
     */
    public record WithdrawalBody(
            String request,
            String endpoint,
            String connection,
            String orderId,
            Instant earliest,
            Instant countsFrom,
            int emptyAnswers,
            int neededAnswers,
            @Nullable String lastWord) {}

    /** Headroom that an approval took: OPEN or SETTLED. */
    public record ReservationBody(String request, String state, String amount, String asset, Instant countedSince) {}

    /** From how many transfers the account's habits were learnt, and when the last of them was. */
    public record BaselineBody(long transfers, @Nullable Instant lastAt) {}
}
