package io.countersign.wire.mapping;

import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.id.ConfirmationId;
import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.id.ControlId;
import io.countersign.schema.journal.AccountErased;
import io.countersign.schema.journal.AccountFrozen;
import io.countersign.schema.journal.AccountUnfrozen;
import io.countersign.schema.journal.AddressAdded;
import io.countersign.schema.journal.AddressRemoved;
import io.countersign.schema.journal.ConnectionBound;
import io.countersign.schema.journal.ConnectionUnbound;
import io.countersign.schema.journal.ControlRefused;
import io.countersign.schema.journal.ErasureAsked;
import io.countersign.schema.journal.IntentConfirmed;
import io.countersign.schema.journal.PolicyConfirmed;
import io.countersign.schema.journal.PolicyProposed;
import io.countersign.schema.journal.PolicyShadowed;
import io.countersign.schema.journal.TierAssigned;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The journal's events that come from controls. */
final class ControlEventMapping {

    private ControlEventMapping() {}

    /** The event; empty when it is not one of these. */
    static Optional<AccountEvent> fromAvro(SpecificRecord avro, Instant at) {
        AccountEvent event =
                switch (avro) {
                    case AddressAdded e ->
                        new AccountEvent.AddressAdded(
                                new ControlId(e.getControlId()),
                                e.getRequestedBy(),
                                FactsMapping.fromAvro(e.getDestination()),
                                at);
                    case AddressRemoved e ->
                        new AccountEvent.AddressRemoved(
                                new ControlId(e.getControlId()),
                                e.getRequestedBy(),
                                FactsMapping.fromAvro(e.getDestination()),
                                at);
                    case ConnectionBound e ->
                        new AccountEvent.ConnectionBound(
                                new ControlId(e.getControlId()),
                                e.getRequestedBy(),
                                new ConnectionId(e.getConnection()),
                                e.getPublicKey(),
                                at);
                    case ConnectionUnbound e ->
                        new AccountEvent.ConnectionUnbound(
                                new ControlId(e.getControlId()),
                                e.getRequestedBy(),
                                new ConnectionId(e.getConnection()),
                                at);
                    case TierAssigned e ->
                        new AccountEvent.TierAssigned(
                                new ControlId(e.getControlId()), e.getRequestedBy(), e.getTier(), at);
                    default -> judged(avro, at);
                };
        return Optional.ofNullable(event);
    }

    /** What the engine may refuse. */
    private static @Nullable AccountEvent judged(SpecificRecord avro, Instant at) {
        return switch (avro) {
            case ErasureAsked e ->
                new AccountEvent.ErasureAsked(new ControlId(e.getControlId()), e.getRequestedBy(), e.getReason(), at);
            case AccountErased e ->
                new AccountEvent.AccountErased(
                        new ControlId(e.getControlId()),
                        e.getRequestedBy(),
                        new ControlId(e.getAskedId()),
                        e.getAskedBy(),
                        at);
            case IntentConfirmed e ->
                new AccountEvent.IntentConfirmed(
                        new ControlId(e.getControlId()),
                        e.getRequestedBy(),
                        FreezeMapping.fromAvro(e.getAuthority()),
                        new ConfirmationId(e.getConfirmationId()),
                        FactsMapping.intent(e.getIntentDigest()),
                        e.getPolicyVersion(),
                        e.getExpiresAt(),
                        at);
            case AccountFrozen e ->
                new AccountEvent.AccountFrozen(
                        new ControlId(e.getControlId()),
                        e.getRequestedBy(),
                        FreezeMapping.fromAvro(e.getAuthority()),
                        FreezeMapping.fromAvro(e.getScope()),
                        e.getReason(),
                        e.getUntil(),
                        at);
            case AccountUnfrozen e ->
                new AccountEvent.AccountUnfrozen(
                        new ControlId(e.getControlId()),
                        e.getRequestedBy(),
                        ControlMapping.controlId(e.getFreezeId()),
                        e.getReason(),
                        at);
            default -> ofHouse(avro, at);
        };
    }

    private static @Nullable AccountEvent ofHouse(SpecificRecord avro, Instant at) {
        return switch (avro) {
            case PolicyProposed e ->
                new AccountEvent.PolicyProposed(
                        new ControlId(e.getControlId()), e.getRequestedBy(), e.getVersion(), e.getYaml(), at);
            case PolicyConfirmed e ->
                new AccountEvent.PolicyConfirmed(
                        new ControlId(e.getControlId()), e.getRequestedBy(), e.getVersion(), at);
            case PolicyShadowed e ->
                new AccountEvent.PolicyShadowed(
                        new ControlId(e.getControlId()), e.getRequestedBy(), e.getVersion(), at);
            case ControlRefused e ->
                new AccountEvent.ControlRefused(new ControlId(e.getControlId()), e.getRequestedBy(), e.getReason(), at);
            default -> null;
        };
    }

    static AddressAdded toAvro(AccountEvent.AddressAdded e) {
        return new AddressAdded(e.control().value(), e.requestedBy(), FactsMapping.toAvro(e.destination()));
    }

    static AddressRemoved toAvro(AccountEvent.AddressRemoved e) {
        return new AddressRemoved(e.control().value(), e.requestedBy(), FactsMapping.toAvro(e.destination()));
    }

    static ConnectionBound toAvro(AccountEvent.ConnectionBound e) {
        return new ConnectionBound(
                e.control().value(), e.requestedBy(), e.connection().fingerprint(), e.publicKey());
    }

    static ConnectionUnbound toAvro(AccountEvent.ConnectionUnbound e) {
        return new ConnectionUnbound(
                e.control().value(), e.requestedBy(), e.connection().fingerprint());
    }

    static TierAssigned toAvro(AccountEvent.TierAssigned e) {
        return new TierAssigned(e.control().value(), e.requestedBy(), e.tier());
    }

    static IntentConfirmed toAvro(AccountEvent.IntentConfirmed e) {
        return new IntentConfirmed(
                e.control().value(),
                e.requestedBy(),
                FreezeMapping.toAvro(e.authority()),
                e.confirmation().value(),
                FactsMapping.toAvro(e.intent()),
                e.policyVersion(),
                e.expiresAt());
    }

    static AccountFrozen toAvro(AccountEvent.AccountFrozen e) {
        return new AccountFrozen(
                e.control().value(),
                e.requestedBy(),
                e.reason(),
                FreezeMapping.toAvro(e.scope()),
                e.until(),
                FreezeMapping.toAvro(e.authority()));
    }

    static AccountUnfrozen toAvro(AccountEvent.AccountUnfrozen e) {
        return new AccountUnfrozen(e.control().value(), e.requestedBy(), e.reason(), ControlMapping.value(e.freeze()));
    }

    static PolicyProposed toAvro(AccountEvent.PolicyProposed e) {
        return new PolicyProposed(e.control().value(), e.requestedBy(), e.version(), e.yaml());
    }

    static PolicyConfirmed toAvro(AccountEvent.PolicyConfirmed e) {
        return new PolicyConfirmed(e.control().value(), e.requestedBy(), e.version());
    }

    static PolicyShadowed toAvro(AccountEvent.PolicyShadowed e) {
        return new PolicyShadowed(e.control().value(), e.requestedBy(), e.version());
    }

    static ErasureAsked toAvro(AccountEvent.ErasureAsked e) {
        return new ErasureAsked(e.control().value(), e.requestedBy(), e.reason());
    }

    static AccountErased toAvro(AccountEvent.AccountErased e) {
        return new AccountErased(e.control().value(), e.requestedBy(), e.asked().value(), e.askedBy());
    }

    static ControlRefused toAvro(AccountEvent.ControlRefused e) {
        return new ControlRefused(e.control().value(), e.requestedBy(), e.reason());
    }
}
