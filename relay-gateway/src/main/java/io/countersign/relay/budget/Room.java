package io.countersign.relay.budget;

import io.countersign.reading.CatalogueEndpoint.WeightScope;

/**
 * How much one charge may add to what is spent.
 *
 * @param all what all who share the budget may spend, for this charge
 * @param ours what this relay may spend, for this charge
 * @param shared whether accounts compete
 */
record Room(int all, int ours, boolean shared) {

    /**
     * An account may spend up to a quarter of what would still be left: alone a fifth of everything, beside k like it one part in
     * 4 + k. So a newcomer always finds room, whoever came before.
     */
    private static final int LEFT_PER_SPENT = 4;

    static Room of(WeightLimits limits, Charge charge) {
        WeightScope kind = charge.scope().kind();
        int all = limits.ofAll(kind);
        int ours = limits.ofThisRelay(kind);
        return new Room(
                charge.first() ? all : all - limits.reserved(kind, all),
                charge.first() ? ours : ours - limits.reserved(kind, ours),
                kind != WeightScope.UID && charge.account() != null);
    }

    /** Whether the charge fits when {@code total} is spent in all, {@code relay} by this relay and {@code own} by its account. */
    boolean fits(Charge charge, int total, int relay, int own) {
        int weight = charge.weight();
        if (total + weight > all || relay + weight > ours) {
            return false;
        }
        int left = Math.min(all - total, ours - relay) - weight;
        return !shared || own == 0 || (long) (own + weight) * LEFT_PER_SPENT <= left;
    }
}
