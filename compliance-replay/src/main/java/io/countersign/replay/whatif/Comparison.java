package io.countersign.replay.whatif;

import io.countersign.domain.policy.Policy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the candidate decides otherwise. */
public final class Comparison {

    private final Policy candidate;
    private final @Nullable Instant from;
    private final @Nullable Instant to;
    private final Tally tally;

    Comparison(Policy candidate, @Nullable Instant from, @Nullable Instant to, Tally tally) {
        this.candidate = candidate;
        this.from = from;
        this.to = to;
        this.tally = tally;
    }

    /** The unit of every value. */
    public String quote() {
        return candidate.quote().code();
    }

    /** The requests that changed so. */
    public Side of(Change change) {
        return tally.of(change);
    }

    /** Approved in fact, and not by the candidate, whether it rejects or asks. */
    public Side nowRefused() {
        return of(Change.NOW_REJECTED).plus(of(Change.NOW_ASKS));
    }

    /** How many requests were compared. */
    public long requests() {
        return tally.changes.values().stream().mapToLong(Side::count).sum();
    }

    public long accounts() {
        return tally.accounts;
    }

    public long affectedAccounts() {
        return tally.affectedAccounts;
    }

    /** Entries that nobody can read any more, and that are compared with nothing. */
    public long erasedEntries() {
        return tally.erased;
    }

    /** At most ten, the most value first. */
    public List<Affected> mostAffected() {
        return List.copyOf(tally.affected);
    }

    /** By day in UTC. */
    public Map<LocalDate, Map<Change, Side>> days() {
        return Collections.unmodifiableMap(tally.days);
    }

    /** By rule that objects, in the candidate or in fact; the most requests first. */
    public Map<String, Map<Change, Side>> rules() {
        Map<String, Map<Change, Side>> sorted = new LinkedHashMap<>();
        tally.rules.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Map<Change, Side>> each) -> count(each.getValue()))
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .forEach(each -> sorted.put(each.getKey(), each.getValue()));
        return sorted;
    }

    /** For a person: the time that is compared. */
    public String range() {
        return "%s to %s".formatted(from == null ? "the beginning" : from, to == null ? "the end" : to);
    }

    static long count(Map<Change, Side> sides) {
        return sides.values().stream().mapToLong(Side::count).sum();
    }

    /** Lines of a table for a person. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("%d requests of %d accounts, from %s".formatted(requests(), accounts(), range()));
        lines.add("%-32s %10s  %24s".formatted("", "requests", "value in " + quote()));
        row(lines, "approved by both", of(Change.BOTH_APPROVE));
        row(lines, "refused by both", of(Change.BOTH_REJECT));
        row(lines, "approved, now REJECTED", of(Change.NOW_REJECTED));
        row(lines, "approved, now ASKS A PERSON", of(Change.NOW_ASKS));
        row(lines, "refused, now APPROVED", of(Change.NOW_APPROVED));
        lines.add("%d accounts are decided otherwise".formatted(affectedAccounts()));
        if (tally.erased > 0) {
            lines.add("%d entries of erased accounts are compared with nothing".formatted(tally.erased));
        }
        rules().forEach((rule, sides) -> lines.add("  rule %-27s %s".formatted(rule, words(sides))));
        mostAffected()
                .forEach(each -> lines.add("  account %-24s %d now refused (%s %s), %d now approved (%s %s)"
                        .formatted(
                                each.account(),
                                each.nowRefused().count(),
                                each.nowRefused().value().toPlainString(),
                                quote(),
                                each.nowApproved().count(),
                                each.nowApproved().value().toPlainString(),
                                quote())));
        return List.copyOf(lines);
    }

    /** A tree of maps and lists; decimals as text. */
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("verdict", affectedAccounts() == 0 ? "same" : "different");
        document.put("range", range());
        document.put("quote", quote());
        document.put("accounts", accounts());
        document.put("erasedEntries", tally.erased);
        document.put("affectedAccounts", affectedAccounts());
        document.put("requests", requests());
        document.put("changes", sides(tally.changes));
        Map<String, Object> rules = new LinkedHashMap<>();
        rules().forEach((rule, sides) -> rules.put(rule, sides(sides)));
        document.put("rules", rules);
        Map<String, Object> days = new LinkedHashMap<>();
        days().forEach((day, sides) -> days.put(day.toString(), sides(sides)));
        document.put("days", days);
        document.put(
                "mostAffected",
                mostAffected().stream()
                        .map(each -> Map.of(
                                "account", each.account(),
                                "nowRefused", side(each.nowRefused()),
                                "nowApproved", side(each.nowApproved())))
                        .toList());
        return document;
    }

    private static Map<String, Object> sides(Map<Change, Side> sides) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Change each : Change.values()) {
            if (sides.containsKey(each)) {
                all.put(each.name(), side(sides.getOrDefault(each, Side.NONE)));
            }
        }
        return all;
    }

    private static Map<String, Object> side(Side side) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("count", side.count());
        one.put("value", side.value().toPlainString());
        return one;
    }

    private static String words(Map<Change, Side> sides) {
        Side rejected =
                sides.getOrDefault(Change.NOW_REJECTED, Side.NONE).plus(sides.getOrDefault(Change.NOW_ASKS, Side.NONE));
        Side approved = sides.getOrDefault(Change.NOW_APPROVED, Side.NONE);
        return "%d now refused, %d refused in fact and now approved".formatted(rejected.count(), approved.count());
    }

    private static void row(List<String> lines, String name, Side side) {
        lines.add("%-32s %10d  %24s".formatted(name, side.count(), side.value().toPlainString()));
    }
}
