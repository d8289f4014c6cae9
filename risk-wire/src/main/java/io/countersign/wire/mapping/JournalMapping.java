package io.countersign.wire.mapping;

import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.RequestId;
import io.countersign.schema.journal.JournalEntry;
import io.countersign.schema.journal.SealedEvent;
import io.countersign.wire.message.JournalContent;
import io.countersign.wire.message.JournalMessage;
import io.countersign.wire.message.Octets;
import io.countersign.wire.message.Outline;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/** Values of the journal: exactly one of the entry's optional events is present. */
public final class JournalMapping {

    public static final AvroMapping<JournalMessage, JournalEntry> AVRO = new AvroMapping<>(
            JournalEntry.class, JournalEntry.getClassSchema(), JournalMapping::toAvro, JournalMapping::fromAvro);

    private static final int FIELDS = JournalEntry.getClassSchema().getFields().size();

    private JournalMapping() {}

    private static JournalEntry toAvro(JournalMessage message) {
        JournalEntry.Builder entry = JournalEntry.newBuilder()
                .setAccountId(message.account().value())
                .setSequence(message.sequence())
                .setPreviousHash(message.previousHash().toBuffer())
                .setAt(message.content().at());
        switch (message.content()) {
            case JournalContent.Clear clear -> put(entry, clear.event());
            case JournalContent.Sealed sealed -> entry.setSealedEvent(toAvro(sealed));
        }
        return entry.build();
    }

    private static SealedEvent toAvro(JournalContent.Sealed sealed) {
        Outline outline = sealed.outline();
        RequestId request = outline.request();
        DecisionStatus status = outline.status();
        return new SealedEvent(
                outline.kind(),
                request == null ? null : request.value(),
                status == null ? null : io.countersign.schema.common.DecisionStatus.valueOf(status.name()),
                outline.policyVersion(),
                sealed.octets().toBuffer());
    }

    private static JournalContent.Sealed fromAvro(SealedEvent avro, Instant at) {
        Outline outline = new Outline(
                avro.getKind(),
                avro.getRequestId() == null ? null : new RequestId(avro.getRequestId()),
                avro.getStatus() == null
                        ? null
                        : DecisionStatus.valueOf(avro.getStatus().name()),
                avro.getPolicyVersion());
        return new JournalContent.Sealed(outline, Octets.of(avro.getOctets()), at);
    }

    private static void put(JournalEntry.Builder entry, AccountEvent event) {
        switch (event) {
            case AccountEvent.RequestDecided e -> entry.setRequestDecided(RequestEventMapping.toAvro(e));
            case AccountEvent.ReservationOpened e -> entry.setReservationOpened(RequestEventMapping.toAvro(e));
            case AccountEvent.ReservationSettled e -> entry.setReservationSettled(RequestEventMapping.toAvro(e));
            case AccountEvent.ReservationReleased e -> entry.setReservationReleased(RequestEventMapping.toAvro(e));
            case AccountEvent.OutcomeRecorded e -> entry.setOutcomeRecorded(RequestEventMapping.toAvro(e));
            case AccountEvent.ConfirmationRequested e -> entry.setConfirmationRequested(RequestEventMapping.toAvro(e));
            case AccountEvent.ConfirmationSpent e -> entry.setConfirmationSpent(RequestEventMapping.toAvro(e));
            case AccountEvent.IntentConfirmed e -> entry.setIntentConfirmed(ControlEventMapping.toAvro(e));
            case AccountEvent.AddressAdded e -> entry.setAddressAdded(ControlEventMapping.toAvro(e));
            case AccountEvent.AddressRemoved e -> entry.setAddressRemoved(ControlEventMapping.toAvro(e));
            case AccountEvent.ConnectionBound e -> entry.setConnectionBound(ControlEventMapping.toAvro(e));
            case AccountEvent.ConnectionUnbound e -> entry.setConnectionUnbound(ControlEventMapping.toAvro(e));
            case AccountEvent.AccountFrozen e -> entry.setAccountFrozen(ControlEventMapping.toAvro(e));
            case AccountEvent.AccountUnfrozen e -> entry.setAccountUnfrozen(ControlEventMapping.toAvro(e));
            case AccountEvent.TierAssigned e -> entry.setTierAssigned(ControlEventMapping.toAvro(e));
            case AccountEvent.ErasureAsked e -> entry.setErasureAsked(ControlEventMapping.toAvro(e));
            case AccountEvent.AccountErased e -> entry.setAccountErased(ControlEventMapping.toAvro(e));
            case AccountEvent.PolicyProposed e -> entry.setPolicyProposed(ControlEventMapping.toAvro(e));
            case AccountEvent.PolicyConfirmed e -> entry.setPolicyConfirmed(ControlEventMapping.toAvro(e));
            case AccountEvent.PolicyShadowed e -> entry.setPolicyShadowed(ControlEventMapping.toAvro(e));
            case AccountEvent.ControlRefused e -> entry.setControlRefused(ControlEventMapping.toAvro(e));
            case AccountEvent.RequestLookedUp e -> entry.setRequestLookedUp(LookUpMapping.toAvro(e));
        }
    }

    private static JournalMessage fromAvro(JournalEntry entry) {
        SpecificRecord event = only(entry);
        return new JournalMessage(
                new AccountId(entry.getAccountId()),
                entry.getSequence(),
                Octets.of(entry.getPreviousHash()),
                event instanceof SealedEvent sealed
                        ? fromAvro(sealed, entry.getAt())
                        : new JournalContent.Clear(clear(event, entry.getAt())));
    }

    private static AccountEvent clear(SpecificRecord event, Instant at) {
        return RequestEventMapping.fromAvro(event, at)
                .or(() -> ControlEventMapping.fromAvro(event, at))
                .orElseThrow(() -> new IllegalArgumentException("an event of an unknown kind"));
    }

    private static SpecificRecord only(JournalEntry entry) {
        SpecificRecord only = null;
        int present = 0;
        for (int field = 0; field < FIELDS; field++) {
            if (entry.get(field) instanceof SpecificRecord event) {
                only = event;
                present++;
            }
        }
        if (only == null || present != 1) {
            throw new IllegalArgumentException(
                    "a journal entry holds exactly one event that this build knows, not " + present);
        }
        return only;
    }
}
