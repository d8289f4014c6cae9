package io.countersign.sandbox.harm;

import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.id.WireDigest;
import io.countersign.domain.lookup.Resolution;
import io.countersign.sandbox.demo.world.ReceivedRequest;
import io.countersign.sandbox.evidence.Comparison;
import io.countersign.sandbox.evidence.Evidence;
import io.countersign.wire.message.DecisionBody;
import io.countersign.wire.message.OutcomeMessage;
import io.countersign.wire.message.Resolved;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What the evidence says of each signed request, by its wire digest. */
final class Truth {
    private final Map<WireDigest, ReceivedRequest> arrived = new HashMap<>();
    private final Map<WireDigest, DecisionBody> decided = new HashMap<>();
    private final Map<RequestId, Set<OutcomeClass>> outcomes = new HashMap<>();
    private final Map<RequestId, Resolution> resolutions = new HashMap<>();
    private final Set<WireDigest> executed = new HashSet<>();
    private final Set<WireDigest> taken = new HashSet<>();

    Truth(Evidence evidence) {
        for (ReceivedRequest each : evidence.received()) {
            WireDigest digest = Comparison.digest(each);
            arrived.put(digest, each);
            if (!each.withdrawalId().isEmpty()) {
                executed.add(digest);
            }
        }
        evidence.requests().forEach(each -> taken.add(each.facts().digest()));
        for (DecisionBody each : evidence.judgements()) {
            decided.put(Objects.requireNonNull(each.facts()).digest(), each);
        }
        for (DecisionBody each : evidence.decisions()) {
            Resolved resolved = each.resolved();
            if (resolved != null) {
                resolutions.merge(
                        new RequestId(each.id()),
                        resolved.resolution(),
                        (before, now) -> before == Resolution.EXECUTED ? before : now);
            }
        }
        for (OutcomeMessage each : evidence.outcomes()) {
            outcomes.computeIfAbsent(each.outcome().requestId(), key -> EnumSet.noneOf(OutcomeClass.class))
                    .add(each.outcome().outcome());
        }
    }

    boolean isExecuted(WireDigest digest) {
        return executed.contains(digest);
    }

    boolean hasArrived(WireDigest digest) {
        return arrived.containsKey(digest);
    }

    /** Whether it is on the log. */
    boolean isTaken(WireDigest digest) {
        return taken.contains(digest);
    }

    /** Whether Binance sent an answer that can be read. */
    boolean isAnswered(WireDigest digest) {
        ReceivedRequest request = arrived.get(digest);
        return request != null && request.status() >= 200 && request.status() < 500;
    }

    /** Whether an outcome UNKNOWN was told, whatever was told later. */
    boolean wasUnknown(WireDigest digest) {
        return told(digest).contains(OutcomeClass.UNKNOWN);
    }

    /** The last word on it, as the resource of a request names it; empty while there is none. */
    Optional<String> state(WireDigest digest) {
        DecisionBody decision = decided.get(digest);
        if (decision == null) {
            return Optional.empty();
        }
        if (decision.status() == DecisionStatus.REJECTED) {
            return Optional.of("REJECTED");
        }
        Set<OutcomeClass> told = EnumSet.noneOf(OutcomeClass.class);
        told.addAll(told(digest));
        if (told.size() > 1) {
            told.remove(OutcomeClass.UNKNOWN);
        }
        boolean certain = !told.isEmpty() && !told.contains(OutcomeClass.UNKNOWN);
        Resolution resolution = resolutions.get(new RequestId(decision.id()));
        if (resolution == null || (certain && resolution != Resolution.EXECUTED)) {
            return told.stream().findFirst().map(Enum::name);
        }
        return Optional.of(
                switch (resolution) {
                    case EXECUTED -> "DONE";
                    case FAILED -> "REFUSED";
                    case NOT_EXECUTED -> "NOT_EXECUTED";
                });
    }

    private Set<OutcomeClass> told(WireDigest digest) {
        DecisionBody decision = decided.get(digest);
        return decision == null ? Set.of() : outcomes.getOrDefault(new RequestId(decision.id()), Set.of());
    }
}
