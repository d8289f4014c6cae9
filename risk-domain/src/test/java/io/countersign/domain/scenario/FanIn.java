package io.countersign.domain.scenario;

import io.countersign.domain.id.AccountId;
import io.countersign.domain.request.Destination;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Which accounts sent where in the last seven days: what the engine supplies as circumstances. */
final class FanIn {

    private static final Duration LATELY = Duration.ofDays(7);

    private final Map<Destination, Map<AccountId, Instant>> senders = new HashMap<>();

    void sent(Destination destination, AccountId account, Instant at) {
        senders.computeIfAbsent(destination, any -> new HashMap<>()).put(account, at);
    }

    int others(Destination destination, AccountId account, Instant at) {
        Instant since = at.minus(LATELY);
        return (int) senders.getOrDefault(destination, Map.of()).entrySet().stream()
                .filter(each ->
                        !each.getKey().equals(account) && each.getValue().isAfter(since))
                .count();
    }
}
