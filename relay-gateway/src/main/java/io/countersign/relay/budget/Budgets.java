package io.countersign.relay.budget;

import io.countersign.reading.CatalogueEndpoint.WeightScope;
import io.countersign.relay.budget.Admission.Cause;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/** Every budget, made when it is first spent from and forgotten when it is whole again. Safe for many threads. */
public final class Budgets {

    private final WeightLimits limits;
    private final Map<Charge.Scope, Budget> budgets = new HashMap<>();
    private long expiredAt;

    public Budgets(WeightLimits limits) {
        this.limits = limits;
    }

    /** Spends {@code charge} if that is possible at {@code now}, on our clock. */
    synchronized Admission ask(Charge charge, Instant now) {
        long second = now.getEpochSecond();
        Budget budget = budgets.computeIfAbsent(charge.scope(), scope -> new Budget());
        if (budget.pausedUntil.isAfter(now)) {
            return new Admission.HeldBack(Cause.PAUSE, budget.pausedUntil);
        }
        Usage usage = budget.usage;
        usage.expire(second);
        Room room = Room.of(limits, charge);
        int own = usage.of(charge.account());
        if (room.fits(charge, usage.total(), usage.ours(), own)) {
            usage.spend(second, charge.account(), charge.weight());
            return new Admission.Admitted();
        }
        long fits = usage.whenFits(room, charge);
        boolean onlyShare = room.fits(charge, usage.total(), usage.ours(), 0);
        return new Admission.HeldBack(
                onlyShare ? Cause.SHARE : Cause.WEIGHT,
                Instant.ofEpochSecond(fits < 0 ? second + Usage.SECONDS : Math.max(fits, second + 1)));
    }

    /** Takes what Binance tells of the use of {@code charge}'s budget. */
    synchronized void heard(Charge charge, int used, Instant now) {
        Usage usage = budgets.computeIfAbsent(charge.scope(), scope -> new Budget()).usage;
        usage.expire(now.getEpochSecond());
        usage.atLeast(now.getEpochSecond(), used);
    }

    /** Spends nothing of {@code charge}'s budget before {@code until}. */
    synchronized void pause(Charge charge, Instant until) {
        Budget budget = budgets.computeIfAbsent(charge.scope(), scope -> new Budget());
        budget.pausedUntil = until.isAfter(budget.pausedUntil) ? until : budget.pausedUntil;
    }

    /** What the charge's account has spent of its budget: who has spent least is served first. */
    synchronized int spent(Charge charge) {
        Budget budget = budgets.get(charge.scope());
        return budget == null ? 0 : budget.usage.of(charge.account());
    }

    /** What part of the most used budget of this kind is spent: 0 to 1, more when others overspend. */
    public synchronized double mostUsed(WeightScope kind) {
        return budgets.entrySet().stream()
                .filter(each -> each.getKey().kind() == kind)
                .mapToDouble(each -> (double) each.getValue().usage.total() / limits.ofAll(kind))
                .max()
                .orElse(0);
    }

    /** Forgets what is over; looks once a second. */
    synchronized void expire(Instant now) {
        if (now.getEpochSecond() == expiredAt) {
            return;
        }
        expiredAt = now.getEpochSecond();
        Iterator<Budget> each = budgets.values().iterator();
        while (each.hasNext()) {
            Budget budget = each.next();
            budget.usage.expire(now.getEpochSecond());
            if (budget.usage.isEmpty() && !budget.pausedUntil.isAfter(now)) {
                each.remove();
            }
        }
    }

    /** How many budgets are not whole. */
    synchronized int remembered() {
        return budgets.size();
    }

    /** One budget: what was spent of it, and until when Binance asked to spend no more. */
    private static final class Budget {

        private final Usage usage = new Usage();
        private Instant pausedUntil = Instant.MIN;
    }
}
