package io.countersign.replay.account;

import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.OutcomeRecorded;
import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.account.AccountEvent.RequestLookedUp;
import io.countersign.domain.account.AccountEvent.ReservationOpened;
import io.countersign.domain.account.AccountEvent.ReservationReleased;
import io.countersign.domain.account.AccountEvent.ReservationSettled;
import io.countersign.domain.account.Outcome;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.money.Price;
import io.countersign.domain.request.RequestFacts;
import io.countersign.domain.request.Transfer;
import io.countersign.replay.verify.AccountReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The life of a request on one page, for a person or for a program. It holds nothing that was sealed. */
public final class RequestPage {

    private RequestPage() {}

    /** Lines. */
    public static List<String> lines(RequestLife life) {
        List<String> lines = new ArrayList<>();
        RequestDecided decided = life.first(RequestDecided.class);
        lines.add("request %s of account %s%s"
                .formatted(life.id(), life.account(), decided == null ? "" : ": " + decided.status()));
        if (decided != null) {
            asked(lines, decided.request());
            lines.add("  judged at %s by policy version %d, %d other accounts sent to the destination lately"
                    .formatted(
                            decided.at(),
                            decided.policyVersion(),
                            decided.circumstances().destinationAccounts()));
            decided.findings().forEach(each -> lines.add("    " + Texts.finding(each)));
        }
        lines.add("  what happened");
        life.entries().stream()
                .filter(each -> !(each.event() instanceof RequestDecided))
                .forEach(each -> lines.add("    %s  %s".formatted(each.event().at(), followed(each.event()))));
        OutcomeRecorded told = last(life);
        if (told == null && decided != null) {
            lines.add("    " + without(decided));
        }
        lines.add("  journal entries of the account: %s"
                .formatted(life.entries().stream()
                        .map(each -> "%d (%s)"
                                .formatted(each.sequence(), each.record().position()))
                        .toList()));
        lines.add("%d journal entries, %d requests decided again: %s"
                .formatted(
                        life.read().entries(),
                        life.read().decided(),
                        life.read().discrepancy() == null ? "all agree" : "DISCREPANCY, shown is what came before it"));
        return List.copyOf(lines);
    }

    /** A tree of maps and lists; instants and decimals as text. */
    public static Map<String, Object> document(RequestLife life) {
        Map<String, Object> document = new LinkedHashMap<>();
        RequestDecided decided = life.first(RequestDecided.class);
        OutcomeRecorded told = last(life);
        document.put("verdict", life.read().discrepancy() == null ? "agreed" : "discrepancies");
        document.put("account", life.account().value());
        document.put(
                "decision",
                decided == null
                        ? null
                        : decision(new AccountView.Decided("", decided, told == null ? null : told.outcome())));
        document.put(
                "events",
                life.entries().stream()
                        .map(each -> AccountPage.row(
                                "sequence", each.sequence(),
                                "partition", each.record().partition(),
                                "offset", each.record().offset(),
                                "at", each.event().at().toString(),
                                "kind", each.event().getClass().getSimpleName(),
                                "what", followed(each.event())))
                        .toList());
        document.put("discrepancy", life.read().discrepancy());
        return document;
    }

    static Map<String, Object> decision(AccountView.Decided decided) {
        RequestDecided event = decided.event();
        Map<String, Object> row = new LinkedHashMap<>();
        Transfer transfer = event.request().transfer();
        Outcome outcome = decided.outcome();
        row.put("requestId", event.request().id().value());
        row.put("at", event.at().toString());
        row.put("endpoint", event.request().endpoint().toString());
        row.put("amount", transfer == null ? null : transfer.amount().plain());
        row.put("asset", transfer == null ? null : transfer.amount().asset().code());
        row.put("destination", transfer == null ? null : String.valueOf(transfer.destination()));
        row.put("status", event.status().name());
        row.put("policyVersion", event.policyVersion());
        row.put("outcome", outcome == null ? null : outcome.outcome().name());
        row.put("httpStatus", outcome == null ? null : outcome.httpStatus());
        row.put("binanceCode", outcome == null ? null : outcome.binanceCode());
        row.put("sentAt", outcome == null ? null : text(outcome.sentAt()));
        row.put("findings", event.findings().stream().map(RequestPage::finding).toList());
        return row;
    }

    private static Map<String, Object> finding(Finding finding) {
        return AccountPage.row(
                "rule", finding.rule().toString(),
                "verdict", finding.verdict().name(),
                "observed", finding.observed(),
                "bound", finding.bound(),
                "sentence", finding.sentence(),
                "score", finding.score());
    }

    private static void asked(List<String> lines, RequestFacts request) {
        Transfer transfer = request.transfer();
        Price price = request.price();
        lines.add("  asked for    %s".formatted(Texts.asked(request)));
        lines.add("  endpoint     %s".formatted(request.endpoint()));
        lines.add("  order id     %s"
                .formatted(transfer == null || transfer.orderId() == null ? "none" : transfer.orderId()));
        lines.add("  price        %s"
                .formatted(
                        price == null
                                ? "none was known"
                                : "%s %s a %s, of %s"
                                        .formatted(
                                                price.value().toPlainString(),
                                                price.quote(),
                                                price.asset(),
                                                price.at())));
        lines.add("  connection   %s".formatted(request.connection()));
        lines.add("  received     %s, good until %s".formatted(request.receivedAt(), request.deadline()));
    }

    private static String followed(AccountEvent event) {
        return switch (event) {
            case RequestDecided e -> "judged: " + e.status();
            case ReservationOpened e -> "%s of headroom were taken".formatted(e.value());
            case ReservationSettled e -> "the funds moved: the headroom stays taken until it leaves every window";
            case ReservationReleased e -> "the funds did not move: the headroom is free again";
            case OutcomeRecorded e -> sent(e.outcome()) + "; " + Texts.outcome(e.outcome());
            case RequestLookedUp e ->
                "look-up %s of request %s left at %s: %s, %s"
                        .formatted(e.lookUp(), e.requestId(), e.sentAt(), e.result(), e.reason());
            default -> EventTexts.of(event);
        };
    }

    private static String without(RequestDecided decided) {
        return decided.status() == DecisionStatus.APPROVED
                ? "nothing more: no outcome is told yet"
                : "nothing was sent to Binance: what is refused has no outcome";
    }

    private static String sent(Outcome outcome) {
        Instant sentAt = outcome.sentAt();
        return sentAt == null ? "it never left" : "it left at " + sentAt;
    }

    private static @Nullable OutcomeRecorded last(RequestLife life) {
        return life.entries().stream()
                .map(AccountReader.Entry::event)
                .filter(OutcomeRecorded.class::isInstance)
                .map(OutcomeRecorded.class::cast)
                .reduce((first, second) -> second)
                .orElse(null);
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
