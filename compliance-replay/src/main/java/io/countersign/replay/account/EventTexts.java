package io.countersign.replay.account;

import io.countersign.domain.account.AccountEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to an account, a line for each event, without its time. */
final class EventTexts {

    private EventTexts() {}

    static String of(AccountEvent event) {
        return switch (event) {
            case AccountEvent.RequestDecided e -> Texts.decision(e, null);
            case AccountEvent.ReservationOpened e ->
                "%s of headroom were taken for %s".formatted(e.value(), e.requestId());
            case AccountEvent.ReservationSettled e -> "the funds of %s moved".formatted(e.requestId());
            case AccountEvent.ReservationReleased e ->
                "the funds of %s did not move: its headroom is free again".formatted(e.requestId());
            case AccountEvent.OutcomeRecorded e ->
                "%s of %s".formatted(Texts.outcome(e.outcome()), e.outcome().requestId());
            case AccountEvent.RequestLookedUp e ->
                "look-up of %s: %s, %s".formatted(e.requestId(), e.result(), e.reason());
            case AccountEvent.ConfirmationRequested e ->
                "a person was asked: confirmation %s, to be given before %s".formatted(e.confirmation(), e.expiresAt());
            case AccountEvent.IntentConfirmed e ->
                "confirmation %s was given by %s (%s), good for one request before %s"
                        .formatted(e.confirmation(), e.requestedBy(), e.authority(), e.expiresAt());
            case AccountEvent.ConfirmationSpent e ->
                "confirmation %s was used for %s".formatted(e.confirmation(), e.requestId());
            default -> change(event);
        };
    }

    private static String change(AccountEvent event) {
        return switch (event) {
            case AccountEvent.AddressAdded e ->
                "%s came onto the address book, by %s".formatted(e.destination(), e.requestedBy());
            case AccountEvent.AddressRemoved e ->
                "%s left the address book, by %s".formatted(e.destination(), e.requestedBy());
            case AccountEvent.ConnectionBound e ->
                "API key %s was connected by %s".formatted(e.connection(), e.requestedBy());
            case AccountEvent.ConnectionUnbound e ->
                "API key %s was disconnected by %s".formatted(e.connection(), e.requestedBy());
            case AccountEvent.AccountFrozen e ->
                "%s frozen by %s%s: %s".formatted(e.scope(), e.requestedBy(), until(e.until()), e.reason());
            case AccountEvent.AccountUnfrozen e ->
                "%s lifted by %s: %s"
                        .formatted(
                                e.freeze() == null ? "every freeze" : "freeze " + e.freeze(),
                                e.requestedBy(),
                                e.reason());
            case AccountEvent.TierAssigned e ->
                "%s, by %s".formatted(e.tier() == null ? "no tier" : "tier " + e.tier(), e.requestedBy());
            case AccountEvent.ControlRefused e -> "refused to %s: %s".formatted(e.requestedBy(), e.reason());
            default -> ofTwoOfficers(event);
        };
    }

    /** What one officer begins and another ends, and a shadow. */
    private static String ofTwoOfficers(AccountEvent event) {
        return switch (event) {
            case AccountEvent.ErasureAsked e ->
                "erasure %s was asked for by %s: %s".formatted(e.control(), e.requestedBy(), e.reason());
            case AccountEvent.AccountErased e -> "erased by %s, whom %s asked".formatted(e.requestedBy(), e.askedBy());
            case AccountEvent.PolicyProposed e ->
                "policy version %d was published by %s".formatted(e.version(), e.requestedBy());
            case AccountEvent.PolicyConfirmed e ->
                "policy version %d was confirmed by %s".formatted(e.version(), e.requestedBy());
            case AccountEvent.PolicyShadowed e ->
                "policy version %d judges in shadow, by %s".formatted(e.version(), e.requestedBy());
            default -> throw new IllegalStateException("no words are for " + event);
        };
    }

    private static String until(@Nullable Instant end) {
        return end == null ? "" : " until " + end;
    }
}
