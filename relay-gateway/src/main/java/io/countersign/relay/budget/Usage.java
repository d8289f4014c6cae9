package io.countersign.relay.budget;

import io.countersign.domain.id.AccountId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The weight that one budget spent of late, by second. Binance does not say whether its minute begins with the clock's or with the
 * first request; what fits in every minute fits in both. For one thread at a time.
 */
final class Usage {

    /** A minute, the second that a spending is rounded by, and one for the way to Binance. */
    static final int SECONDS = 62;

    private final Deque<Second> seconds = new ArrayDeque<>();
    private final Map<AccountId, Integer> byAccount = new HashMap<>();
    private int total;
    private int ours;

    /** Forgets what is over at {@code second}. */
    void expire(long second) {
        while (!seconds.isEmpty() && seconds.getFirst().at + SECONDS <= second) {
            Second over = seconds.removeFirst();
            total -= over.ours + over.foreign;
            ours -= over.ours;
            over.byAccount.forEach((account, weight) ->
                    byAccount.computeIfPresent(account, (id, all) -> all.equals(weight) ? null : all - weight));
        }
    }

    void spend(long second, @Nullable AccountId account, int weight) {
        Second now = at(second);
        now.ours += weight;
        total += weight;
        ours += weight;
        if (account != null) {
            now.byAccount.merge(account, weight, Integer::sum);
            byAccount.merge(account, weight, Integer::sum);
        }
    }

    /** Takes Binance's word that {@code seen} is used, when that is more than is known here: others spend too. */
    void atLeast(long second, int seen) {
        if (seen > total) {
            at(second).foreign += seen - total;
            total = seen;
        }
    }

    boolean isEmpty() {
        return seconds.isEmpty();
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
        for (Second each : seconds) {
            laterTotal -= each.ours + each.foreign;
            laterOurs -= each.ours;
            laterOwn -= each.of(charge.account());
            if (room.fits(charge, laterTotal, laterOurs, laterOwn)) {
                return each.at + SECONDS;
            }
        }
        return -1;
    }

    private Second at(long second) {
        Second last = seconds.peekLast();
        if (last == null || last.at < second) {
            last = new Second(second);
            seconds.addLast(last);
        }
        return last;
    }

    /** What was spent in one second, so that what is remembered does not grow with the requests. */
    private static final class Second {

        private final long at;
        private final Map<AccountId, Integer> byAccount = new HashMap<>();
        private int ours;
        private int foreign;

        Second(long at) {
            this.at = at;
        }

        int of(@Nullable AccountId account) {
            return account == null ? 0 : byAccount.getOrDefault(account, 0);
        }
    }
}
