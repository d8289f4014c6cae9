package io.countersign.sandbox.standin.world;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Funds on their way out. Status 4 is processing, 6 completed; anything else was set by hand. */
public record Withdrawal(
        String id, long trId, String account, Order order, Method method, long appliedMicros, int status) {

    public static final int PROCESSING = 4;
    public static final int COMPLETED = 6;

    /** What was asked for. */
    public record Order(
            Coin coin,
            Network network,
            String address,
            @Nullable String addressTag,
            BigDecimal amount,
            @Nullable String withdrawOrderId,
            int walletType) {

        public BigDecimal debit() {
            return amount.add(network.fee());
        }
    }

    /** Through which endpoint it came. */
    public enum Method {
        CAPITAL,
        LOCAL_ENTITY
    }

    public Withdrawal withStatus(int next) {
        return new Withdrawal(id, trId, account, order, method, appliedMicros, next);
    }
}
