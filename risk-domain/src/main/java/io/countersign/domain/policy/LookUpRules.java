package io.countersign.domain.policy;

import java.time.Duration;

/**
 * When it is believed that Binance did not execute what it does not list.
 *
 * @param margin how long after its deadline a request may still be at work at Binance, or be missing from its lists
 * @param answers so many empty ones are needed, 1 or more
 * @param apart how far apart they must be asked for
 */
public record LookUpRules(Duration margin, int answers, Duration apart) {

    /**
     * For a policy that does not say. Binance works for 10 s at most on what it accepted (its API documentation); the rest is for
     * clocks, and for lists that are behind. Three answers in a minute spend a tenth of what a user has for the dearest look-up.
     */
    public static final LookUpRules DEFAULT = new LookUpRules(Duration.ofSeconds(60), 3, Duration.ofSeconds(30));
}
