package io.countersign.gateway.rate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.countersign.wire.settings.StartException;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A token bucket for each key, bounded in number. A bucket is forgotten only when it has not been asked for as long as it takes to
 * fill, so that to be forgotten refills nothing; whoever comes when there is no room shares one bucket with everybody like them.
 */
final class Buckets<K> {

    private final int perSecond;
    private final int burst;
    private final int most;
    private final TimeMeter clock;
    private final Cache<K, Bucket> buckets;
    private final Bucket crowd;

    /** Up to {@code most} buckets of {@code burst} tokens, into which {@code perSecond} flow; {@code clock} is for tests. */
    Buckets(int perSecond, int burst, int most, @Nullable TimeMeter clock) {
        if (perSecond < 1 || burst < 1 || most < 1) {
            throw new StartException("countersign.gateway.rates: every number must be 1 or more");
        }
        this.perSecond = perSecond;
        this.burst = burst;
        this.most = most;
        this.clock = clock == null ? TimeMeter.SYSTEM_NANOTIME : clock;
        Ticker ticker = this.clock::currentTimeNanos;
        this.buckets = Caffeine.newBuilder()
                .expireAfterAccess(Duration.ofSeconds(1L + burst / perSecond))
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
        this.crowd = full();
    }

    int perSecond() {
        return perSecond;
    }

    Bucket of(K key) {
        Bucket known = buckets.getIfPresent(key);
        return known == null && isFull() ? crowd : buckets.get(key, absent -> full());
    }

    /** For tests. */
    long count() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private boolean isFull() {
        return buckets.estimatedSize() >= most && count() >= most;
    }

    private Bucket full() {
        return Bucket.builder()
                .withCustomTimePrecision(clock)
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }
}
