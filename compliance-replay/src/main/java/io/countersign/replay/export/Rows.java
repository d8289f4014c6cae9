package io.countersign.replay.export;

import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.Outcome;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.money.Price;
import io.countersign.domain.request.Destination;
import io.countersign.domain.request.RequestFacts;
import io.countersign.domain.request.Transfer;
import io.countersign.replay.source.LogRecord;
import io.countersign.wire.message.JournalContent;
import io.countersign.wire.message.JournalMessage;
import io.countersign.wire.message.Outline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Journal entries as rows, by column name; what is not in a row is null. No secret is in the journal. */
final class Rows {

    private Rows() {}

    /** The row of an entry, or of a record that is none when {@code message} is null. */
    static Map<String, Object> entry(LogRecord record, @Nullable JournalMessage message, String hash) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("partition", record.partition());
        row.put("offset", record.offset());
        row.put("account", record.account());
        row.put("entry_hash", hash);
        if (message == null) {
            row.put("kind", "UNREADABLE");
            row.put("at", record.timestamp().toString());
            return row;
        }
        row.put("sequence", message.sequence());
        row.put("at", message.content().at().toString());
        row.put("previous_hash", io.countersign.replay.verify.Hex.of(message.previousHash()));
        switch (message.content()) {
            case JournalContent.Clear clear -> {
                row.put("kind", clear.event().getClass().getSimpleName());
                event(row, clear.event());
            }
            case JournalContent.Sealed sealed -> erased(row, sealed.outline());
        }
        return row;
    }

    static List<Map<String, Object>> findings(LogRecord record, @Nullable JournalMessage message) {
        List<Map<String, Object>> rows = new ArrayList<>();
        if (message != null
                && message.content() instanceof JournalContent.Clear clear
                && clear.event() instanceof AccountEvent.RequestDecided decided) {
            for (Finding each : decided.findings()) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("partition", record.partition());
                row.put("offset", record.offset());
                row.put("request_id", decided.request().id().value());
                row.put("position", rows.size() + 1);
                row.put("rule", each.rule().toString());
                row.put("verdict", each.verdict().name());
                row.put("observed", each.observed());
                row.put("bound", each.bound());
                row.put("score", each.score());
                row.put("sentence", each.sentence());
                rows.add(row);
            }
        }
        return rows;
    }

    /** What is left of an event that nobody can read any more. */
    private static void erased(Map<String, Object> row, Outline outline) {
        row.put("kind", outline.kind());
        row.put("detail", "erased");
        RequestId request = outline.request();
        if (request != null) {
            row.put("request_id", request.value());
            row.put("status", String.valueOf(outline.status()));
            row.put("policy_version", outline.policyVersion());
        }
    }

    private static void event(Map<String, Object> row, AccountEvent event) {
        switch (event) {
            case AccountEvent.RequestDecided e -> {
                row.put("status", e.status().name());
                row.put("policy_version", e.policyVersion());
                request(row, e.request());
            }
            case AccountEvent.ReservationOpened e -> {
                row.put("request_id", e.requestId().value());
                row.put("value", e.value().plain());
                row.put("quote", e.value().asset().code());
                destination(row, e.destination());
            }
            case AccountEvent.ReservationSettled e ->
                row.put("request_id", e.requestId().value());
            case AccountEvent.ReservationReleased e ->
                row.put("request_id", e.requestId().value());
            case AccountEvent.OutcomeRecorded e -> outcome(row, e.outcome());
            case AccountEvent.RequestLookedUp e -> {
                row.put("request_id", e.requestId().value());
                row.put("outcome", e.result().name());
                row.put("sent_at", e.sentAt().toString());
                row.put("detail", "look-up %s: %s".formatted(e.lookUp(), e.reason()));
            }
            case AccountEvent.ConfirmationRequested e ->
                row.put("confirmation_id", e.confirmation().value());
            case AccountEvent.ConfirmationSpent e -> {
                row.put("confirmation_id", e.confirmation().value());
                row.put("request_id", e.requestId().value());
            }
            default -> control(row, event);
        }
    }

    private static void control(Map<String, Object> row, AccountEvent event) {
        switch (event) {
            case AccountEvent.IntentConfirmed e -> {
                by(row, e.control().toString(), e.requestedBy(), e.authority().name());
                row.put("confirmation_id", e.confirmation().value());
                row.put("policy_version", e.policyVersion());
            }
            case AccountEvent.AddressAdded e -> {
                by(row, e.control().toString(), e.requestedBy(), null);
                destination(row, e.destination());
            }
            case AccountEvent.AddressRemoved e -> {
                by(row, e.control().toString(), e.requestedBy(), null);
                destination(row, e.destination());
            }
            case AccountEvent.ConnectionBound e ->
                by(row, e.control().toString(), e.requestedBy(), e.connection().toString());
            case AccountEvent.ConnectionUnbound e ->
                by(row, e.control().toString(), e.requestedBy(), e.connection().toString());
            case AccountEvent.AccountFrozen e ->
                by(row, e.control().toString(), e.requestedBy(), e.scope() + ": " + e.reason());
            case AccountEvent.AccountUnfrozen e -> by(row, e.control().toString(), e.requestedBy(), e.reason());
            case AccountEvent.TierAssigned e -> by(row, e.control().toString(), e.requestedBy(), e.tier());
            case AccountEvent.ControlRefused e -> by(row, e.control().toString(), e.requestedBy(), e.reason());
            default -> ofTwoOfficers(row, event);
        }
    }

    /** What one officer begins and another ends, and a shadow. */
    private static void ofTwoOfficers(Map<String, Object> row, AccountEvent event) {
        switch (event) {
            case AccountEvent.ErasureAsked e -> by(row, e.control().toString(), e.requestedBy(), e.reason());
            case AccountEvent.AccountErased e ->
                by(row, e.control().toString(), e.requestedBy(), "asked by " + e.askedBy());
            case AccountEvent.PolicyProposed e -> {
                by(row, e.control().toString(), e.requestedBy(), e.yaml());
                row.put("policy_version", e.version());
            }
            case AccountEvent.PolicyConfirmed e -> {
                by(row, e.control().toString(), e.requestedBy(), null);
                row.put("policy_version", e.version());
            }
            case AccountEvent.PolicyShadowed e -> {
                by(row, e.control().toString(), e.requestedBy(), null);
                row.put("policy_version", e.version());
            }
            default -> throw new IllegalStateException("no column is for " + event);
        }
    }

    private static void by(Map<String, Object> row, String control, String who, @Nullable String detail) {
        row.put("control_id", control);
        row.put("requested_by", who);
        put(row, "detail", detail);
    }

    private static void request(Map<String, Object> row, RequestFacts request) {
        row.put("request_id", request.id().value());
        row.put("endpoint", request.endpoint().toString());
        Transfer transfer = request.transfer();
        if (transfer != null) {
            row.put("asset", transfer.amount().asset().code());
            row.put("amount", transfer.amount().plain());
            put(row, "order_id", transfer.orderId());
            destination(row, transfer.destination());
        }
        Price price = request.price();
        if (price != null) {
            row.put("price", price.value().toPlainString());
            row.put("quote", price.quote().code());
        }
    }

    private static void destination(Map<String, Object> row, @Nullable Destination destination) {
        if (destination != null) {
            put(row, "network", destination.network());
            row.put("address", destination.address());
            put(row, "address_tag", destination.tag());
        }
    }

    private static void outcome(Map<String, Object> row, Outcome outcome) {
        row.put("request_id", outcome.requestId().value());
        row.put("outcome", outcome.outcome().name());
        put(row, "http_status", outcome.httpStatus());
        put(row, "binance_code", outcome.binanceCode());
        put(row, "sent_at", outcome.sentAt() == null ? null : outcome.sentAt().toString());
        row.put("detail", outcome.reason());
    }

    private static void put(Map<String, Object> row, String name, @Nullable Object value) {
        if (value != null) {
            row.put(name, value);
        }
    }
}
