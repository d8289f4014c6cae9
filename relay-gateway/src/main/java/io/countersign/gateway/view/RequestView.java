package io.countersign.gateway.view;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.common.cache.CacheBuilder;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.request.Endpoint;
import io.countersign.wire.message.DecisionBody;
import io.countersign.wire.message.OutcomeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** Requests of the last while, bounded in age and octets, and whoever waits for them. Safe for many threads. */
public final class RequestView {

    /** Guava's, as it forgets what is oldest; Caffeine's would keep what was asked for often, and drop what has just come. */
    private final com.google.common.cache.Cache<RequestKey, RequestStatus> statuses;

    /** Weak, so that nothing is left of a wait that was given up. */
    private final Cache<RequestKey, CompletableFuture<RequestStatus>> awaited =
            Caffeine.newBuilder().weakValues().build();

    /** Whoever waits for the next change; weak for the same reason. */
    private final Cache<RequestKey, CompletableFuture<RequestStatus>> watched =
            Caffeine.newBuilder().weakValues().build();

    private final Waits waits = new Waits();

    public RequestView(Duration retention, long octets) {
        this.statuses = CacheBuilder.newBuilder()
                .concurrencyLevel(1)
                .expireAfterWrite(retention)
                .maximumWeight(octets)
                .weigher((RequestKey key, RequestStatus status) -> status.weight())
                .build();
    }

    public Optional<RequestStatus> find(RequestKey key) {
        return Optional.ofNullable(statuses.getIfPresent(key));
    }

    /** A request is on the log. */
    public void received(RequestKey key, Endpoint endpoint, Instant at) {
        update(key, status -> status.received(endpoint, at));
    }

    /** The engine has spoken; the countersignature was verified. */
    public void decided(DecisionBody decision) {
        RequestKey key = new RequestKey(decision.account(), new RequestId(decision.id()));
        update(key, status -> status.decided(decision));
    }

    /** The relay has spoken. */
    public void cameTo(OutcomeMessage outcome) {
        RequestKey key = new RequestKey(outcome.account(), outcome.outcome().requestId());
        update(key, status -> status.cameTo(outcome));
    }

    /** What settles the request, or nothing when {@code patience} ends first. */
    public Optional<RequestStatus> await(RequestKey key, Duration patience) {
        CompletableFuture<RequestStatus> settled = awaited.get(key, absent -> new CompletableFuture<>());
        find(key).filter(status -> status.state().isSettled()).ifPresent(settled::complete);
        return waits.await(settled, patience);
    }

    /** What is known once it is settled or no longer as it was; what is known then, or nothing, when {@code patience} ends first. */
    public Optional<RequestStatus> awaitChange(RequestKey key, Duration patience) {
        CompletableFuture<RequestStatus> change = watched.get(key, absent -> new CompletableFuture<>());
        Optional<RequestStatus> now = find(key);
        return now.filter(status -> status.state().isSettled())
                .or(() -> waits.await(change, patience))
                .or(() -> now);
    }

    private void update(RequestKey key, UnaryOperator<RequestStatus> change) {
        RequestStatus before;
        RequestStatus next;
        synchronized (statuses) {
            before = statuses.getIfPresent(key);
            next = change.apply(before == null ? RequestStatus.unknown(key) : before);
            statuses.put(key, next);
        }
        if (before == null || before.state() != next.state()) {
            CompletableFuture<RequestStatus> watcher = watched.asMap().remove(key);
            if (watcher != null) {
                watcher.complete(next);
            }
        }
        if (next.state().isSettled()) {
            CompletableFuture<RequestStatus> settled = awaited.getIfPresent(key);
            if (settled != null) {
                settled.complete(next);
            }
        }
    }
}
