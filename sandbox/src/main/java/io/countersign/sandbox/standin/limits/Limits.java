package io.countersign.sandbox.standin.limits;

/** The numbers behind 429 and 418. How often a 429 may be ignored before the ban is not documented: ours is a guess. */
public record Limits(
        int apiIpWeight,
        int sapiIpWeight,
        int sapiUidWeight,
        int historyPerSecond,
        int windowSeconds,
        int ignoredBeforeBan,
        int banSeconds) {

    public static final Limits BINANCE = new Limits(6_000, 12_000, 180_000, 10, 60, 10, 120);
}
