package io.countersign.gateway.view;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.countersign.domain.id.ControlId;
import io.countersign.wire.message.DecisionBody;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Controls that wait for the engine to take them. */
public final class ControlView {

    private final Cache<ControlId, CompletableFuture<DecisionBody>> awaited =
            Caffeine.newBuilder().weakValues().build();

    private final Waits waits = new Waits();

    /** Begins a wait; hold the result until {@link #await}. */
    public CompletableFuture<DecisionBody> expect(ControlId id) {
        return awaited.get(id, absent -> new CompletableFuture<>());
    }

    /** The engine's word on what {@link #expect} gave, or nothing when {@code patience} ends first. */
    public Optional<DecisionBody> await(CompletableFuture<DecisionBody> expected, Duration patience) {
        return waits.await(expected, patience);
    }

    /** The engine has taken a control. */
    public void taken(DecisionBody decision) {
        CompletableFuture<DecisionBody> expected = awaited.getIfPresent(new ControlId(decision.id()));
        if (expected != null) {
            expected.complete(decision);
        }
    }
}
