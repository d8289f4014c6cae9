package io.countersign.domain.control;

import io.countersign.domain.id.ConfirmationId;
import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.id.ControlId;
import io.countersign.domain.request.Destination;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a control changes on its account. */
public sealed interface ControlChange {

    /** Puts a destination on the address book. */
    record AddAddress(Destination destination) implements ControlChange {}

    /** Takes a destination off the address book. */
    record RemoveAddress(Destination destination) implements ControlChange {}

    /**
     * Binds an API key to the account, once no other account has it.
     *
     * @param publicKey of the connection's signatures, base64 of its SubjectPublicKeyInfo; null for HMAC
     */
    record BindConnection(ConnectionId connection, @Nullable String publicKey) implements ControlChange {}

    /** Unbinds an API key from the account. */
    record UnbindConnection(ConnectionId connection) implements ControlChange {}

    /**
     * Stops the requests of {@code scope}: of the account, or of everyone on the house account.
     *
     * @param until when it ends by itself; null for never
     */
    record FreezeAccount(
            FreezeScope scope, String reason, @Nullable Instant until) implements ControlChange {}

    /**
     * Lifts a freeze that somebody else placed.
     *
     * @param freeze the control that placed it; null for every freeze of the account
     */
    record UnfreezeAccount(@Nullable ControlId freeze, String reason) implements ControlChange {}

    /**
     * Erases the account, with a second officer: one asks, another confirms.
     *
     * @param asked the control that asked, which this one confirms; null to ask
     */
    record EraseAccount(@Nullable ControlId asked, String reason) implements ControlChange {}

    /**
     * Puts the account into a tier of the policy.
     *
     * @param tier null for none
     */
    record AssignTier(@Nullable String tier) implements ControlChange {}

    /** Says that the owner does want what a request asked for. */
    record ConfirmIntent(ConfirmationId confirmation) implements ControlChange {}

    /** Publishes a policy, which judges nothing yet. On the house account only, as all that follow. */
    record ProposePolicy(String yaml) implements ControlChange {}

    /** Makes a published policy the live one, by another officer than the one who published it. */
    record ConfirmPolicy(long version) implements ControlChange {}

    /**
     * Lets a published policy judge beside the live one, without effect.
     *
     * @param version 0 for none
     */
    record ShadowPolicy(long version) implements ControlChange {}
}
