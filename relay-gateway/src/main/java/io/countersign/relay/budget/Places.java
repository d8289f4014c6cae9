package io.countersign.relay.budget;

import io.countersign.domain.id.AccountId;
import io.countersign.domain.request.RequestFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many requests may be under way at once, by account and by kind, so that nobody takes all places. Safe for many threads. */
public final class Places {

    private final Bounds bounds;
    private final Map<AccountId, Integer> byAccount = new HashMap<>();
    private int reads;

    /**
     * How many requests at most.
     *
     * @param ofAccount under way, of one account
     * @param reads under way that move no funds; the other places are for those that do
     * @param waiting of all that wait
     * @param waitingOfAccount of one account that wait
     */
    public record Bounds(int ofAccount, int reads, int waiting, int waitingOfAccount) {}

    public Places(Bounds bounds) {
        this.bounds = bounds;
    }

    /** Takes a place; false when there is none. */
    synchronized boolean take(RequestFacts facts) {
        int own = byAccount.getOrDefault(facts.account(), 0);
        if (own >= bounds.ofAccount() || (!facts.movesFunds() && reads >= bounds.reads())) {
            return false;
        }
        byAccount.put(facts.account(), own + 1);
        reads += facts.movesFunds() ? 0 : 1;
        return true;
    }

    synchronized void giveBack(RequestFacts facts) {
        byAccount.computeIfPresent(facts.account(), (account, own) -> own == 1 ? null : own - 1);
        reads -= facts.movesFunds() ? 0 : 1;
    }

    /** Whether one more may wait beside {@code others}. */
    boolean mayWait(RequestFacts facts, List<RequestFacts> others) {
        return others.size() < bounds.waiting()
                && others.stream()
                                .filter(each -> each.account().equals(facts.account()))
                                .count()
                        < bounds.waitingOfAccount();
    }
}
