package io.countersign.replay.whatif;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What adds up of the comparison; of one thread, to be merged. */
final class Tally {

    /** Accounts that are named. */
    static final int MOST_AFFECTED = 10;

    private static final Comparator<Affected> BY_VALUE =
            Comparator.comparing(Affected::value).reversed().thenComparing(Affected::account);

    final Map<Change, Side> changes = new EnumMap<>(Change.class);
    final Map<LocalDate, Map<Change, Side>> days = new TreeMap<>();
    final Map<String, Map<Change, Side>> rules = new TreeMap<>();
    final List<Affected> affected = new ArrayList<>();
    long accounts;
    long affectedAccounts;
    long entries;
    /** Entries that nobody can read any more: their account was erased, and they are compared with nothing. */
    long erased;

    void add(Change change, LocalDate day, BigDecimal value, List<String> because) {
        changes.merge(change, Side.NONE.plus(value), Side::plus);
        days.computeIfAbsent(day, each -> new EnumMap<>(Change.class)).merge(change, Side.NONE.plus(value), Side::plus);
        for (String rule : because) {
            rules.computeIfAbsent(rule, each -> new EnumMap<>(Change.class))
                    .merge(change, Side.NONE.plus(value), Side::plus);
        }
    }

    /** One account, at the end. */
    void add(WhatIfState state) {
        accounts++;
        if (state.isAffected()) {
            affectedAccounts++;
            affected.add(new Affected(
                    state.key,
                    new Side(state.refused, state.refusedValue),
                    new Side(state.approved, state.approvedValue)));
            keepMost();
        }
    }

    void add(Tally other) {
        other.changes.forEach((change, side) -> changes.merge(change, side, Side::plus));
        other.days.forEach((day, sides) -> sides.forEach((change, side) ->
                days.computeIfAbsent(day, each -> new EnumMap<>(Change.class)).merge(change, side, Side::plus)));
        other.rules.forEach((rule, sides) -> sides.forEach((change, side) ->
                rules.computeIfAbsent(rule, each -> new EnumMap<>(Change.class)).merge(change, side, Side::plus)));
        affected.addAll(other.affected);
        accounts += other.accounts;
        affectedAccounts += other.affectedAccounts;
        entries += other.entries;
        erased += other.erased;
        keepMost();
    }

    Side of(Change change) {
        return changes.getOrDefault(change, Side.NONE);
    }

    private void keepMost() {
        affected.sort(BY_VALUE);
        while (affected.size() > MOST_AFFECTED) {
            affected.removeLast();
        }
    }
}
