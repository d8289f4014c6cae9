package io.countersign.wire.mapping;

import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.Circumstances;
import io.countersign.domain.account.Outcome;
import io.countersign.domain.account.ShadowVerdict;
import io.countersign.domain.id.ConfirmationId;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.money.Asset;
import io.countersign.domain.request.Destination;
import io.countersign.schema.journal.ConfirmationRequested;
import io.countersign.schema.journal.ConfirmationSpent;
import io.countersign.schema.journal.OutcomeRecorded;
import io.countersign.schema.journal.RequestDecided;
import io.countersign.schema.journal.RequestLookedUp;
import io.countersign.schema.journal.ReservationOpened;
import io.countersign.schema.journal.ReservationReleased;
import io.countersign.schema.journal.ReservationSettled;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The journal's events that come from requests and their outcomes. */
final class RequestEventMapping {

    private RequestEventMapping() {}

    /** The event; empty when it is not one of these. */
    static Optional<AccountEvent> fromAvro(SpecificRecord avro, Instant at) {
        AccountEvent event =
                switch (avro) {
                    case RequestDecided e -> decided(e, at);
                    case ReservationOpened e -> opened(e, at);
                    case ReservationSettled e ->
                        new AccountEvent.ReservationSettled(new RequestId(e.getRequestId()), at);
                    case ReservationReleased e ->
                        new AccountEvent.ReservationReleased(new RequestId(e.getRequestId()), at);
                    case OutcomeRecorded e -> recorded(e, at);
                    case ConfirmationRequested e ->
                        new AccountEvent.ConfirmationRequested(
                                new ConfirmationId(e.getConfirmationId()),
                                FactsMapping.intent(e.getIntentDigest()),
                                e.getExpiresAt(),
                                at);
                    case ConfirmationSpent e ->
                        new AccountEvent.ConfirmationSpent(
                                new ConfirmationId(e.getConfirmationId()),
                                FactsMapping.intent(e.getIntentDigest()),
                                new RequestId(e.getRequestId()),
                                at);
                    case RequestLookedUp e -> LookUpMapping.fromAvro(e, at);
                    default -> null;
                };
        return Optional.ofNullable(event);
    }

    static RequestDecided toAvro(AccountEvent.RequestDecided event) {
        ShadowVerdict shadow = event.shadow();
        return new RequestDecided(
                FactsMapping.toAvro(event.request()),
                FactsMapping.toAvro(event.status()),
                FactsMapping.toAvro(event.findings()),
                event.policyVersion(),
                event.forgetBefore(),
                event.forgetRequestsBefore(),
                toAvro(event.circumstances()),
                shadow == null ? null : toAvro(shadow));
    }

    static ReservationOpened toAvro(AccountEvent.ReservationOpened event) {
        Asset asset = event.asset();
        Destination destination = event.destination();
        return new ReservationOpened(
                event.requestId().value(),
                event.value().plain(),
                event.value().asset().code(),
                asset == null ? null : asset.code(),
                destination == null ? null : FactsMapping.toAvro(destination));
    }

    static ReservationSettled toAvro(AccountEvent.ReservationSettled event) {
        return new ReservationSettled(event.requestId().value());
    }

    static ReservationReleased toAvro(AccountEvent.ReservationReleased event) {
        return new ReservationReleased(event.requestId().value());
    }

    static OutcomeRecorded toAvro(AccountEvent.OutcomeRecorded event) {
        Outcome outcome = event.outcome();
        return new OutcomeRecorded(
                outcome.requestId().value(),
                FactsMapping.toAvro(outcome.outcome()),
                outcome.httpStatus(),
                outcome.binanceCode(),
                outcome.reason(),
                outcome.sentAt(),
                LookUpMapping.toAvro(outcome.lookUp()),
                event.policyVersion());
    }

    static ConfirmationRequested toAvro(AccountEvent.ConfirmationRequested event) {
        return new ConfirmationRequested(
                event.confirmation().value(), FactsMapping.toAvro(event.intent()), event.expiresAt());
    }

    static ConfirmationSpent toAvro(AccountEvent.ConfirmationSpent event) {
        return new ConfirmationSpent(
                event.confirmation().value(),
                FactsMapping.toAvro(event.intent()),
                event.requestId().value());
    }

    private static io.countersign.schema.journal.@Nullable Circumstances toAvro(Circumstances circumstances) {
        return circumstances.equals(Circumstances.NONE)
                ? null
                : new io.countersign.schema.journal.Circumstances(
                        circumstances.destinationAccounts(), FreezeMapping.toAvro(circumstances.freezes()));
    }

    private static Circumstances fromAvro(io.countersign.schema.journal.@Nullable Circumstances avro) {
        return avro == null
                ? Circumstances.NONE
                : new Circumstances(avro.getDestinationAccounts(), FreezeMapping.fromAvro(avro.getFreezes()));
    }

    private static io.countersign.schema.journal.ShadowVerdict toAvro(ShadowVerdict shadow) {
        return new io.countersign.schema.journal.ShadowVerdict(
                shadow.policyVersion(), FactsMapping.toAvro(shadow.status()), FactsMapping.toAvro(shadow.findings()));
    }

    private static AccountEvent decided(RequestDecided avro, Instant at) {
        io.countersign.schema.journal.ShadowVerdict shadow = avro.getShadow();
        Instant requestsBefore = avro.getForgetRequestsBefore();
        return new AccountEvent.RequestDecided(
                FactsMapping.fromAvro(avro.getFacts()),
                fromAvro(avro.getCircumstances()),
                FactsMapping.fromAvro(avro.getStatus()),
                FactsMapping.fromAvro(avro.getFindings()),
                avro.getPolicyVersion(),
                shadow == null
                        ? null
                        : new ShadowVerdict(
                                shadow.getPolicyVersion(),
                                FactsMapping.fromAvro(shadow.getStatus()),
                                FactsMapping.fromAvro(shadow.getFindings())),
                avro.getForgetBefore(),
                requestsBefore == null ? avro.getForgetBefore() : requestsBefore,
                at);
    }

    private static AccountEvent opened(ReservationOpened avro, Instant at) {
        String asset = avro.getAsset();
        io.countersign.schema.common.Destination destination = avro.getDestination();
        return new AccountEvent.ReservationOpened(
                new RequestId(avro.getRequestId()),
                Decimals.amount(avro.getValue(), avro.getQuote()),
                asset == null ? null : new Asset(asset),
                destination == null ? null : FactsMapping.fromAvro(destination),
                at);
    }

    private static AccountEvent recorded(OutcomeRecorded avro, Instant at) {
        return new AccountEvent.OutcomeRecorded(
                new Outcome(
                        new RequestId(avro.getRequestId()),
                        FactsMapping.fromAvro(avro.getOutcome()),
                        avro.getHttpStatus(),
                        avro.getBinanceCode(),
                        avro.getReason(),
                        avro.getSentAt(),
                        LookUpMapping.fromAvro(avro.getLookUp())),
                avro.getPolicyVersion(),
                at);
    }
}
