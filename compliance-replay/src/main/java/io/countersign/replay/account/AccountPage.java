package io.countersign.replay.account;

import io.countersign.domain.account.Connection;
import io.countersign.domain.account.Erasure;
import io.countersign.domain.account.Standing;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.Verdict;
import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.request.Destination;
import io.countersign.domain.rule.LimitStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An account on one page, for a person or for a program. */
public final class AccountPage {

    private AccountPage() {}

    /** Lines; {@code all} with the findings that passed. */
    public static List<String> lines(AccountView view, boolean all) {
        Standing standing = view.account().standing();
        List<String> lines = new ArrayList<>();
        lines.add("account %s at %s".formatted(view.account().id(), view.at()));
        erasure(view).ifPresent(lines::add);
        lines.add("  policy       version %d".formatted(view.policy().version()));
        lines.add("  tier         %s".formatted(standing.tier() == null ? "none" : standing.tier()));
        standing(lines, standing, view.at());
        section(lines, "limits", view.limits().stream().map(AccountPage::limit).toList());
        section(lines, "baseline", Texts.baseline(view.account().activity().baseline()));
        section(lines, "last decisions", decisions(view, all));
        lines.add("%d journal entries of partition %d, %d requests decided again: %s"
                .formatted(
                        view.read().entries(),
                        view.read().partition(),
                        view.read().decided(),
                        view.read().discrepancy() == null ? "all agree" : "DISCREPANCY, shown is what came before it"));
        return List.copyOf(lines);
    }

    private static Optional<String> erasure(AccountView view) {
        if (view.account().standing().erasure() instanceof Erasure.Done done) {
            return Optional.of("  erased       at %s: %d entries cannot be read any more"
                    .formatted(done.at(), view.read().sealed()));
        }
        return view.read().sealed() == 0
                ? Optional.empty()
                : Optional.of("  erased       later: %d entries up to then cannot be read any more"
                        .formatted(view.read().sealed()));
    }

    private static void standing(List<String> lines, Standing standing, Instant at) {
        section(
                lines,
                "freezes",
                standing.freezesAt(at).stream()
                        .map(each -> "%s by %s since %s%s: %s"
                                .formatted(
                                        each.scope(),
                                        each.placedBy(),
                                        each.at(),
                                        each.until() == null ? "" : " until " + each.until(),
                                        each.reason()))
                        .toList());
        section(
                lines,
                "connections",
                standing.connections().entrySet().stream()
                        .map(each -> "%s since %s"
                                .formatted(each.getKey(), each.getValue().boundAt()))
                        .toList());
        section(
                lines,
                "address book",
                standing.addressBook().entrySet().stream()
                        .map(each -> "%s since %s".formatted(each.getKey(), each.getValue()))
                        .toList());
    }

    private static List<String> decisions(AccountView view, boolean all) {
        List<String> decisions = new ArrayList<>();
        for (AccountView.Decided each : view.decisions()) {
            decisions.add(each.event().at() + "  " + Texts.decision(each.event(), each.outcome()));
            each.event().findings().stream()
                    .filter(finding -> all || isOfNote(finding))
                    .forEach(finding -> decisions.add("    " + Texts.finding(finding)));
        }
        return decisions;
    }

    /** A tree of maps and lists; instants and decimals as text. */
    public static Map<String, Object> document(AccountView view) {
        Standing standing = view.account().standing();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("verdict", view.read().discrepancy() == null ? "agreed" : "discrepancies");
        document.put("account", view.account().id().value());
        document.put("at", view.at().toString());
        document.put("policyVersion", view.policy().version());
        document.put("tier", standing.tier());
        document.put(
                "freezes",
                standing.freezesAt(view.at()).stream()
                        .map(each -> row(
                                "id", each.id().value(),
                                "scope", each.scope().toString(),
                                "reason", each.reason(),
                                "placedBy", each.placedBy(),
                                "at", each.at().toString()))
                        .toList());
        document.put("connections", connections(standing.connections()));
        document.put("addressBook", addresses(standing.addressBook()));
        document.put(
                "limits", view.limits().stream().map(AccountPage::limitDocument).toList());
        document.put("baseline", Texts.baseline(view.account().activity().baseline()));
        document.put(
                "decisions",
                view.decisions().stream().map(RequestPage::decision).toList());
        document.put("entries", view.read().entries());
        document.put("decidedAgain", view.read().decided());
        document.put("sealed", view.read().sealed());
        document.put(
                "erasedAt",
                view.account().standing().erasure() instanceof Erasure.Done done
                        ? done.at().toString()
                        : null);
        document.put("discrepancy", view.read().discrepancy());
        return document;
    }

    static Map<String, Object> row(Object... namesAndValues) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            row.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return row;
    }

    private static List<Map<String, Object>> connections(Map<ConnectionId, Connection> connections) {
        return connections.entrySet().stream()
                .map(each -> row(
                        "connection", each.getKey().toString(),
                        "boundAt", each.getValue().boundAt().toString()))
                .toList();
    }

    private static List<Map<String, Object>> addresses(Map<Destination, Instant> addresses) {
        return addresses.entrySet().stream()
                .map(each -> row(
                        "destination",
                        each.getKey().toString(),
                        "addedAt",
                        each.getValue().toString()))
                .toList();
    }

    private static Map<String, Object> limitDocument(LimitStatus limit) {
        BigDecimal used = limit.used();
        Map<String, Object> row = row(
                "rule", limit.rule().toString(),
                "unit", limit.unit(),
                "window", limit.window(),
                "bound", limit.bound().toPlainString(),
                "left", limit.left().toPlainString());
        row.put("of", limit.of());
        row.put("used", used == null ? null : used.toPlainString());
        row.put(
                "nextFreeAt",
                limit.nextFreeAt() == null ? null : limit.nextFreeAt().toString());
        return row;
    }

    private static String limit(LimitStatus limit) {
        BigDecimal used = limit.used();
        return "%-24s used %s of %s %s in %s, %s left%s%s"
                .formatted(
                        limit.rule(),
                        used == null ? "unknown" : used.toPlainString(),
                        limit.bound().toPlainString(),
                        limit.unit(),
                        limit.window(),
                        limit.left().toPlainString(),
                        limit.of() == null ? "" : ", of " + limit.of(),
                        limit.nextFreeAt() == null ? "" : ", next free at " + limit.nextFreeAt());
    }

    private static boolean isOfNote(Finding finding) {
        return finding.verdict() != Verdict.PASS || finding.score() > 0;
    }

    private static void section(List<String> lines, String title, List<String> rows) {
        lines.add("  " + title + (rows.isEmpty() ? ": none" : ""));
        rows.forEach(row -> lines.add("    " + row));
    }
}
