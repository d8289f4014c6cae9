package io.countersign.sandbox.standin.limits;

import io.countersign.sandbox.standin.limits.Verdict.Banned;
import io.countersign.sandbox.standin.limits.Verdict.Limited;
import io.countersign.sandbox.standin.limits.Verdict.Within;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Adds up weights in fixed windows of the machine's clock, so that a fixed Binance clock does not stop them. */
public final class UsageMeter {

    private static final long MAX_BAN_SECONDS = TimeUnit.DAYS.toSeconds(3);
    private static final String HISTORY = "/sapi/v1/capital/withdraw/history";

    private final LongSupplier machineMillis;
    private final Map<String, Integer> used = new HashMap<>();
    private final Map<String, Integer> usedThisSecond = new HashMap<>();
    private final Map<String, Integer> refused = new HashMap<>();
    private final Map<String, Integer> bans = new HashMap<>();
    private final Map<String, Long> bannedUntil = new HashMap<>();
    private Limits limits = Limits.BINANCE;
    private long window;
    private long second;

    public UsageMeter(LongSupplier machineMillis) {
        this.machineMillis = machineMillis;
    }

    public synchronized Limits limits() {
        return limits;
    }

    /** New limits start with nothing used. */
    public synchronized void set(Limits next) {
        limits = next;
        used.clear();
        usedThisSecond.clear();
        refused.clear();
        bans.clear();
        bannedUntil.clear();
    }

    public synchronized Verdict admit(Use use) {
        long now = machineMillis.getAsLong();
        roll(now);
        long banEnd = bannedUntil.getOrDefault(use.ip(), 0L);
        if (banEnd > now) {
            return new Banned(secondsUntil(banEnd, now), banEnd);
        }
        int total = used.merge(use.subject(), use.weight(), Integer::sum);
        Map<String, String> usage = Map.of(use.scope().header(), Integer.toString(total));
        int limit = use.scope().limit(limits);
        if (total > limit) {
            return refuse(use, now, new Limited(secondsUntil(windowEnd(), now), limit, usage));
        }
        if (use.path().equals(HISTORY)
                && usedThisSecond.merge(use.subject(), 1, Integer::sum) > limits.historyPerSecond()) {
            return refuse(use, now, new Limited(1, limits.historyPerSecond(), usage));
        }
        return new Within(usage);
    }

    private void roll(long now) {
        long thisWindow = now / TimeUnit.SECONDS.toMillis(limits.windowSeconds());
        if (thisWindow != window) {
            window = thisWindow;
            used.clear();
            refused.clear();
        }
        long thisSecond = now / 1_000;
        if (thisSecond != second) {
            second = thisSecond;
            usedThisSecond.clear();
        }
    }

    private Verdict refuse(Use use, long now, Limited limited) {
        int count = refused.merge(use.ip(), 1, Integer::sum);
        if (count <= limits.ignoredBeforeBan()) {
            return limited;
        }
        int earlier = bans.merge(use.ip(), 1, Integer::sum) - 1;
        long seconds = Math.min(MAX_BAN_SECONDS, (long) limits.banSeconds() << Math.min(earlier, 20));
        long until = now + TimeUnit.SECONDS.toMillis(seconds);
        bannedUntil.put(use.ip(), until);
        return new Banned(seconds, until);
    }

    private long windowEnd() {
        return (window + 1) * TimeUnit.SECONDS.toMillis(limits.windowSeconds());
    }

    private static long secondsUntil(long end, long now) {
        return Math.max(1, (end - now + 999) / 1_000);
    }
}
