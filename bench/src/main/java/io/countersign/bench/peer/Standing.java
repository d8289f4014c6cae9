package io.countersign.bench.peer;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What is known of an account, its connection and the destination while its row is held, with the caps of the policy. */
record Standing(boolean frozen, boolean bound, boolean booked, BigDecimal perTransaction, Spent caps) {

    /** Sums in the quote currency, and numbers of transfers: what was spent, or what may be. */
    record Spent(
            BigDecimal today, BigDecimal last24h, BigDecimal last7d, BigDecimal last30d, long count1h, long count24h) {

        static Spent of(ResultSet row) throws SQLException {
            return new Spent(
                    row.getBigDecimal("today"),
                    row.getBigDecimal("last_24h"),
                    row.getBigDecimal("last_7d"),
                    row.getBigDecimal("last_30d"),
                    row.getLong("count_1h"),
                    row.getLong("count_24h"));
        }
    }

    static Standing of(ResultSet row) throws SQLException {
        return new Standing(
                row.getBoolean("frozen"),
                row.getBoolean("bound"),
                row.getBoolean("booked"),
                row.getBigDecimal("per_transaction"),
                new Spent(
                        row.getBigDecimal("calendar_day"),
                        row.getBigDecimal("rolling_24h"),
                        row.getBigDecimal("rolling_7d"),
                        row.getBigDecimal("rolling_30d"),
                        row.getLong("transfers_1h"),
                        row.getLong("transfers_24h")));
    }

    /** Why {@code amount} is refused after what was {@code spent}; null when it is approved. */
    @Nullable
    String objection(BigDecimal amount, Spent spent) {
        if (frozen) {
            return "the account is frozen";
        }
        if (!bound) {
            return "the API key is not bound to this account";
        }
        if (!booked) {
            return "the destination is not on the address book";
        }
        if (amount.compareTo(perTransaction) > 0) {
            return "the cap of one transaction";
        }
        return overspent(amount, spent);
    }

    private @Nullable String overspent(BigDecimal amount, Spent spent) {
        if (exceeds(spent.today(), amount, caps.today())) {
            return "the cap of the calendar day";
        }
        if (exceeds(spent.last24h(), amount, caps.last24h())) {
            return "the cap of 24 hours";
        }
        if (exceeds(spent.last7d(), amount, caps.last7d())) {
            return "the cap of 7 days";
        }
        if (exceeds(spent.last30d(), amount, caps.last30d())) {
            return "the cap of 30 days";
        }
        return spent.count1h() >= caps.count1h() || spent.count24h() >= caps.count24h()
                ? "the number of transfers"
                : null;
    }

    private static boolean exceeds(BigDecimal spent, BigDecimal amount, BigDecimal cap) {
        return spent.add(amount).compareTo(cap) > 0;
    }
}
