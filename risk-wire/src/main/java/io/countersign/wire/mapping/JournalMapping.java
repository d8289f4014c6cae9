package io.countersign.wire.mapping;

import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.id.ControlId;
import io.countersign.domain.id.RequestId;
import io.countersign.schema.journal.AccountFrozen;
import io.countersign.schema.journal.AccountUnfrozen;
import io.countersign.schema.journal.AddressAdded;
import io.countersign.schema.journal.AddressRemoved;
import io.countersign.schema.journal.ConnectionBound;
import io.countersign.schema.journal.ConnectionUnbound;
import io.countersign.schema.journal.JournalEntry;
import io.countersign.schema.journal.OutcomeRecorded;
import io.countersign.schema.journal.RequestDecided;
import io.countersign.schema.journal.ReservationOpened;
import io.countersign.schema.journal.ReservationReleased;
import io.countersign.schema.journal.ReservationSettled;
import io.countersign.wire.message.JournalMessage;
import io.countersign.wire.message.Octets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Values of the journal: exactly one of the entry's optional events is present. */
public final class JournalMapping {

    public static final AvroMapping<JournalMessage, JournalEntry> AVRO = new AvroMapping<>(
            JournalEntry.class, JournalEntry.getClassSchema(), JournalMapping::toAvro, JournalMapping::fromAvro);

    private JournalMapping() {}

    private static JournalEntry toAvro(JournalMessage message) {
        JournalEntry.Builder entry = JournalEntry.newBuilder()
                .setAccountId(message.account().value())
                .setSequence(message.sequence())
                .setPreviousHash(message.previousHash().toBuffer())
                .setAt(message.event().at());
        put(entry, message.event());
        return entry.build();
    }

    private static void put(JournalEntry.Builder entry, AccountEvent event) {
        switch (event) {
            case AccountEvent.RequestDecided e -> entry.setRequestDecided(decided(e));
            case AccountEvent.ReservationOpened e -> entry.setReservationOpened(opened(e));
            case AccountEvent.ReservationSettled e ->
                entry.setReservationSettled(new ReservationSettled(e.requestId().value()));
            case AccountEvent.ReservationReleased e ->
                entry.setReservationReleased(
                        new ReservationReleased(e.requestId().value()));
            case AccountEvent.OutcomeRecorded e -> entry.setOutcomeRecorded(recorded(e));
            case AccountEvent.AddressAdded e ->
                entry.setAddressAdded(
                        new AddressAdded(e.control().value(), e.requestedBy(), FactsMapping.toAvro(e.destination())));
            case AccountEvent.AddressRemoved e ->
                entry.setAddressRemoved(
                        new AddressRemoved(e.control().value(), e.requestedBy(), FactsMapping.toAvro(e.destination())));
            case AccountEvent.ConnectionBound e ->
                entry.setConnectionBound(new ConnectionBound(
                        e.control().value(), e.requestedBy(), e.connection().fingerprint()));
            case AccountEvent.ConnectionUnbound e ->
                entry.setConnectionUnbound(new ConnectionUnbound(
                        e.control().value(), e.requestedBy(), e.connection().fingerprint()));
            case AccountEvent.AccountFrozen e ->
                entry.setAccountFrozen(new AccountFrozen(e.control().value(), e.requestedBy(), e.reason()));
            case AccountEvent.AccountUnfrozen e ->
                entry.setAccountUnfrozen(new AccountUnfrozen(e.control().value(), e.requestedBy(), e.reason()));
        }
    }

    private static RequestDecided decided(AccountEvent.RequestDecided event) {
        return new RequestDecided(
                FactsMapping.toAvro(event.request()),
                FactsMapping.toAvro(event.status()),
                FactsMapping.toAvro(event.findings()),
                event.policyVersion(),
                event.forgetBefore());
    }

    private static ReservationOpened opened(AccountEvent.ReservationOpened event) {
        return new ReservationOpened(
                event.requestId().value(),
                event.value().plain(),
                event.value().asset().code());
    }

    private static OutcomeRecorded recorded(AccountEvent.OutcomeRecorded event) {
        io.countersign.domain.account.Outcome outcome = event.outcome();
        return new OutcomeRecorded(
                outcome.requestId().value(),
                FactsMapping.toAvro(outcome.outcome()),
                outcome.httpStatus(),
                outcome.binanceCode(),
                outcome.reason(),
                outcome.sentAt());
    }

    private static JournalMessage fromAvro(JournalEntry entry) {
        return new JournalMessage(
                new AccountId(entry.getAccountId()),
                entry.getSequence(),
                Octets.of(entry.getPreviousHash()),
                event(only(entry), entry.getAt()));
    }

    private static SpecificRecord only(JournalEntry entry) {
        List<SpecificRecord> present = new ArrayList<>();
        for (org.apache.avro.Schema.Field field : JournalEntry.getClassSchema().getFields()) {
            if (entry.get(field.pos()) instanceof SpecificRecord event) {
                present.add(event);
            }
        }
        if (present.size() != 1) {
            throw new IllegalArgumentException(
                    "a journal entry holds exactly one event that this build knows, not " + present.size());
        }
        return present.getFirst();
    }

    private static AccountEvent event(SpecificRecord avro, Instant at) {
        return switch (avro) {
            case RequestDecided e -> decided(e, at);
            case ReservationOpened e ->
                new AccountEvent.ReservationOpened(
                        new RequestId(e.getRequestId()), Decimals.amount(e.getValue(), e.getQuote()), at);
            case ReservationSettled e -> new AccountEvent.ReservationSettled(new RequestId(e.getRequestId()), at);
            case ReservationReleased e -> new AccountEvent.ReservationReleased(new RequestId(e.getRequestId()), at);
            case OutcomeRecorded e -> recorded(e, at);
            default -> control(avro, at);
        };
    }

    private static AccountEvent control(SpecificRecord avro, Instant at) {
        return switch (avro) {
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
                        new ControlId(e.getControlId()), e.getRequestedBy(), new ConnectionId(e.getConnection()), at);
            case ConnectionUnbound e ->
                new AccountEvent.ConnectionUnbound(
                        new ControlId(e.getControlId()), e.getRequestedBy(), new ConnectionId(e.getConnection()), at);
            case AccountFrozen e ->
                new AccountEvent.AccountFrozen(new ControlId(e.getControlId()), e.getRequestedBy(), e.getReason(), at);
            case AccountUnfrozen e ->
                new AccountEvent.AccountUnfrozen(
                        new ControlId(e.getControlId()), e.getRequestedBy(), e.getReason(), at);
            default -> throw new IllegalArgumentException("an event of an unknown kind");
        };
    }

    private static AccountEvent decided(RequestDecided avro, Instant at) {
        return new AccountEvent.RequestDecided(
                FactsMapping.fromAvro(avro.getFacts()),
                FactsMapping.fromAvro(avro.getStatus()),
                FactsMapping.fromAvro(avro.getFindings()),
                avro.getPolicyVersion(),
                avro.getForgetBefore(),
                at);
    }

    private static AccountEvent recorded(OutcomeRecorded avro, Instant at) {
        return new AccountEvent.OutcomeRecorded(
                new io.countersign.domain.account.Outcome(
                        new RequestId(avro.getRequestId()),
                        FactsMapping.fromAvro(avro.getOutcome()),
                        avro.getHttpStatus(),
                        avro.getBinanceCode(),
                        avro.getReason(),
                        avro.getSentAt()),
                at);
    }
}
