package io.countersign.relay.budget;

import java.time.Instant;
import java.util.Locale;

/** Whether a request may leave now. */
sealed interface Admission {

    /** It may, and its weight is spent. */
    record Admitted() implements Admission {}

    /**
     * Not now.
     *
     * @param until when it may be worth asking again, on our clock
     */
    record HeldBack(Cause cause, Instant until) implements Admission {}

    /** Why a request is held back. */
    enum Cause {
        WEIGHT("the weight that Binance allows in a minute is spent"),
        SHARE("the account has used its share of the weight that all accounts have at Binance in a minute"),
        PAUSE("Binance asked for a pause at this endpoint"),
        BREAKER("Binance takes nothing from our address now"),
        MAINTENANCE("Binance is under maintenance"),
        FIREWALL("Binance's firewall stopped a request of this account"),
        CROWD("too many requests of the account, or of all accounts, are under way");

        private final String sentence;

        Cause(String sentence) {
            this.sentence = sentence;
        }

        String sentence() {
            return sentence;
        }

        String tag() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
