package io.countersign.gateway.view;

import io.countersign.domain.account.House;
import io.countersign.wire.message.PolicyMessage;
import io.countersign.wire.policy.PolicyYaml;
import java.time.Duration;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BooleanSupplier;

/** Every published policy and what holds for everyone, as the engine last told. Safe for many threads. */
public final class PolicyView {

    private final NavigableMap<Long, PolicyMessage> documents = new ConcurrentSkipListMap<>();
    /** By version, as reading a whole document each time would take longer than a refusal may. */
    private final ConcurrentMap<Long, Duration> answerWithin = new ConcurrentHashMap<>();

    private final Changes changes = new Changes();
    private volatile House house = House.NONE;

    /** A document came; it never changes. */
    public void published(PolicyMessage document) {
        documents.put(document.version(), document);
        changes.signal();
    }

    /** What holds for everyone changed. */
    public void holds(House now) {
        house = now;
        changes.signal();
    }

    /** The newest first. */
    public List<PolicyMessage> newestFirst() {
        return List.copyOf(documents.descendingMap().values());
    }

    public Optional<PolicyMessage> find(long version) {
        return Optional.ofNullable(documents.get(version));
    }

    /** How long a person has to answer what a request raised under {@code version}; empty when it is not known here. */
    public Optional<Duration> answerWithin(long version) {
        return find(version)
                .map(document ->
                        answerWithin.computeIfAbsent(version, same -> PolicyYaml.parse(version, document.yaml())
                                .stepUp()
                                .answerWithin()));
    }

    public House house() {
        return house;
    }

    /** Whether {@code sight} came true before {@code patience} ended; it is asked again after each change. */
    public boolean await(BooleanSupplier sight, Duration patience) {
        return changes.await(sight, patience);
    }
}
