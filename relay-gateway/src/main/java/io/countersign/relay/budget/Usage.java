package io.countersign.relay.budget;

import io.countersign.domain.id.AccountId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The weight that one budget spent of late. Binance does not say whether its minute begins with the clock's or with the first
 * request; what fits in every minute fits in both. For one thread at a time.
 */
final class Usage {

    /** A minute, the second that an entry is rounded by, and one for the way to Binance. */
    static final int SECONDS = 62;

    private final Deque<Entry> entries = new ArrayDeque<>();
    private final Map<AccountId, Integer> byAccount = new HashMap<>();
    private int total;
    private int ours;

    /** Forgets what is over at {@code second}. */
    void expire(long second) {
        while (!entries.isEmpty() && entries.getFirst().second() + SECONDS <= second) {
            Entry over = entries.removeFirst();
            total -= over.weight();
            ours -= over.foreign() ? 0 : over.weight();
            AccountId account = over.account();
            if (account != null) {
                byAccount.computeIfPresent(
                        account, (id, weight) -> weight == over.weight() ? null : weight - over.weight());
            }
        }
    }

    void spend(long second, @Nullable AccountId account, int weight) {
        add(new Entry(second, account, weight, false));
        if (account != null) {
            byAccount.merge(account, weight, Integer::sum);
        }
    }

    /** Takes Binance's word that {@code seen} is used, when that is more than is known here: others spend too. */
    void atLeast(long second, int seen) {
        if (seen > total) {
            add(new Entry(second, null, seen - total, true));
        }
    }

    private void add(Entry entry) {
        entries.addLast(entry);
        total += entry.weight();
        ours += entry.foreign() ? 0 : entry.weight();
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** What everybody spent. */
    int total() {
        return total;
    }

    /** What this relay spent. */
    int ours() {
        return ours;
    }

    int of(@Nullable AccountId account) {
        return account == null ? 0 : byAccount.getOrDefault(account, 0);
    }

    /** The second at which {@code charge} would fit in {@code room} if nobody spent anything more; -1 if never. */
    long whenFits(Room room, Charge charge) {
        int laterTotal = total;
        int laterOurs = ours;
        int laterOwn = of(charge.account());
        for (Entry entry : entries) {
            laterTotal -= entry.weight();
            laterOurs -= entry.foreign() ? 0 : entry.weight();
            AccountId spender = entry.account();
            laterOwn -= spender != null && spender.equals(charge.account()) ? entry.weight() : 0;
            if (room.fits(charge, laterTotal, laterOurs, laterOwn)) {
                return entry.second() + SECONDS;
            }
        }
        return -1;
    }

    private record Entry(long second, @Nullable AccountId account, int weight, boolean foreign) {}
}
