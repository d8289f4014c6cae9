package io.countersign.gateway.view;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.countersign.domain.control.Control;
import io.countersign.domain.id.ControlId;
import io.countersign.wire.message.DecisionBody;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Controls of the last while, and whoever waits for the engine to take one. Safe for many threads. */
public final class ControlView {

    private static final long MOST = 10_000;

    private final Cache<ControlId, CompletableFuture<DecisionBody>> awaited =
            Caffeine.newBuilder().weakValues().build();

    private final Cache<ControlId, AskedControl> asked;
    private final Cache<ControlId, DecisionBody> answered;
    private final Waits waits = new Waits();

    public ControlView(Duration retention) {
        this.asked = Caffeine.newBuilder()
                .expireAfterWrite(retention)
                .maximumSize(MOST)
                .build();
        this.answered = Caffeine.newBuilder()
                .expireAfterWrite(retention)
                .maximumSize(MOST)
                .build();
    }

    /** Begins a wait; hold the result until {@link #await}. */
    public CompletableFuture<DecisionBody> expect(ControlId id) {
        CompletableFuture<DecisionBody> expected = awaited.get(id, absent -> new CompletableFuture<>());
        find(id).ifPresent(expected::complete);
        return expected;
    }

    /** The engine's word on what {@link #expect} gave, or nothing when {@code patience} ends first. */
    public Optional<DecisionBody> await(CompletableFuture<DecisionBody> expected, Duration patience) {
        return waits.await(expected, patience);
    }

    /** Somebody asked for a control, here or at another gateway. The first one of an id stands. */
    public void asked(Control control) {
        asked.asMap().putIfAbsent(control.id(), AskedControl.of(control));
    }

    /** The engine has taken a control. Its first word stands: of a control that comes twice the second changes nothing. */
    public void taken(DecisionBody decision) {
        ControlId id = new ControlId(decision.id());
        DecisionBody first = answered.get(id, absent -> decision);
        CompletableFuture<DecisionBody> expected = awaited.getIfPresent(id);
        if (expected != null) {
            expected.complete(first);
        }
    }

    /** What was asked for by this id lately. */
    public Optional<AskedControl> request(ControlId id) {
        return Optional.ofNullable(asked.getIfPresent(id));
    }

    /** What the engine said to it lately. */
    public Optional<DecisionBody> find(ControlId id) {
        return Optional.ofNullable(answered.getIfPresent(id));
    }
}
