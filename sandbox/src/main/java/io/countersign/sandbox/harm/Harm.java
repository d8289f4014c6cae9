package io.countersign.sandbox.harm;

import java.time.Duration;

/**
 * One thing that goes wrong while the load runs, and its end.
 *
 * @param name by which {@code --steps} asks for it
 * @param what in words, for a table
 * @param target what it hurts; two harms to the same target are no pair
 * @param lasts from its beginning to its end
 * @param losesAnswers whether Binance's answer can be lost for good, so that UNKNOWN is the truth
 */
record Harm(String name, String what, String target, Duration lasts, boolean losesAnswers, Act begin, Act end) {
    /** One deed to the system. */
    @FunctionalInterface
    interface Act {
        void on(Scene scene) throws InterruptedException;
    }
}
