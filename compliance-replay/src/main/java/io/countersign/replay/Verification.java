package io.countersign.replay;

import java.util.List;

/**
 * What came of a walk through the journal.
 *
 * @param decided how many decisions were decided again
 * @param discrepancies at most one of each account: what follows the first says nothing
 */
public record Verification(long accounts, long entries, long decided, List<Discrepancy> discrepancies) {

    public Verification {
        discrepancies = List.copyOf(discrepancies);
    }

    public boolean agrees() {
        return discrepancies.isEmpty();
    }

    /** One line for a person. */
    public String summary() {
        return "%d accounts, %d journal entries, %d requests decided again: %s"
                .formatted(
                        accounts,
                        entries,
                        decided,
                        agrees() ? "all agree" : discrepancies.size() + " accounts with a discrepancy");
    }
}
