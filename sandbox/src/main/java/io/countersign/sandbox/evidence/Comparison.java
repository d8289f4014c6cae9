package io.countersign.sandbox.evidence;

import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.id.WireDigest;
import io.countersign.sandbox.demo.world.Caps;
import io.countersign.sandbox.demo.world.ReceivedRequest;
import io.countersign.wire.message.DecisionBody;
import io.countersign.wire.seal.SealedRequests;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares what was requested, decided, recorded, sent and received: all must tell one story. */
public final class Comparison {
    private final Evidence evidence;
    private final Map<Long, Caps> caps;
    private final Map<WireDigest, DecisionBody> approvals;
    private final List<Problem> problems = new ArrayList<>();

    private Comparison(Evidence evidence, Map<Long, Caps> caps) {
        this.evidence = evidence;
        this.caps = caps;
        this.approvals = evidence.approvals().stream()
                .collect(Collectors.toMap(Comparison::digest, each -> each, (first, second) -> first));
    }

    /** Everything that does not fit, with the caps of each policy version; nothing if all is well. */
    public static List<Problem> problems(Evidence evidence, Map<Long, Caps> caps) {
        Comparison comparison = new Comparison(evidence, caps);
        comparison.arrivals();
        comparison.ends();
        comparison.decisions();
        comparison.journal();
        return List.copyOf(comparison.problems);
    }

    /** What an approval binds, of what arrived at Binance. */
    public static WireDigest digest(ReceivedRequest received) {
        return SealedRequests.digest(SealedRequests.encode(received.wire()));
    }

    private static WireDigest digest(DecisionBody decision) {
        return Objects.requireNonNull(decision.facts()).digest();
    }

    private void arrivals() {
        Set<WireDigest> seen = new HashSet<>();
        Set<RequestId> mayBeExecuted = evidence.ended(OutcomeClass.DONE, OutcomeClass.UNKNOWN);
        for (ReceivedRequest each : evidence.received()) {
            WireDigest digest = digest(each);
            if (!seen.add(digest)) {
                add(Promise.AT_MOST_ONCE, named(digest));
            }
            DecisionBody approval = approvals.get(digest);
            if (approval == null) {
                add(Promise.APPROVED_FIRST, named(digest));
            } else if (!each.withdrawalId().isEmpty() && !mayBeExecuted.contains(new RequestId(approval.id()))) {
                add(Promise.ONE_STORY, "executed, and its outcome says otherwise: request " + approval.id());
            }
        }
        Set<RequestId> done = evidence.ended(OutcomeClass.DONE);
        approvals.forEach((digest, approval) -> {
            if (done.contains(new RequestId(approval.id())) && !seen.contains(digest)) {
                add(Promise.DONE_MEANS_EXECUTED, "request " + approval.id());
            }
        });
    }

    private String named(WireDigest digest) {
        DecisionBody approval = approvals.get(digest);
        return (approval == null ? "" : "request " + approval.id() + ", ") + "wire digest " + digest.hex();
    }

    private void ends() {
        Set<RequestId> approved = evidence.approvals().stream()
                .map(each -> new RequestId(each.id()))
                .collect(Collectors.toSet());
        Set<RequestId> told = evidence.ended(OutcomeClass.values());
        Set<RequestId> recorded = evidence.events(AccountEvent.OutcomeRecorded.class).stream()
                .map(each -> each.outcome().requestId())
                .collect(Collectors.toSet());
        without(approved, told).forEach(id -> add(Promise.NOTHING_LOST, "approved, no outcome: request " + id));
        without(told, approved).forEach(id -> add(Promise.ONE_STORY, "outcome without approval: request " + id));
        without(told, recorded).forEach(id -> add(Promise.ONE_STORY, "outcome not in the journal: request " + id));
        Set<RequestId> opened = ids(AccountEvent.ReservationOpened.class, AccountEvent.ReservationOpened::requestId);
        Set<RequestId> settled = ids(AccountEvent.ReservationSettled.class, AccountEvent.ReservationSettled::requestId);
        Set<RequestId> moved = evidence.ended(OutcomeClass.DONE);
        moved.retainAll(opened);
        without(moved, settled)
                .forEach(id -> add(Promise.ONE_STORY, "done, yet its reservation is not settled: request " + id));
    }

    private void decisions() {
        Set<String> judged = new HashSet<>();
        for (DecisionBody each : evidence.judgements()) {
            if (!judged.add(each.id())) {
                add(Promise.ONE_STORY, "decided twice: request " + each.id());
            }
        }
        Set<String> asked = evidence.requests().stream()
                .map(each -> each.facts().id().value())
                .collect(Collectors.toSet());
        without(asked, judged).forEach(id -> add(Promise.NOTHING_LOST, "never decided: request " + id));
        without(judged, asked).forEach(id -> add(Promise.ONE_STORY, "decided, never asked for: request " + id));
        Map<String, AccountEvent.RequestDecided> recorded = evidence.events(AccountEvent.RequestDecided.class).stream()
                .collect(
                        Collectors.toMap(each -> each.request().id().value(), each -> each, (first, second) -> second));
        without(recorded.keySet(), judged)
                .forEach(id -> add(Promise.ONE_STORY, "in the journal, never decided: request " + id));
        for (DecisionBody each : evidence.judgements()) {
            if (!isRecorded(each, recorded)) {
                add(Promise.ONE_STORY, "not in the journal as it was decided: request " + each.id());
            }
        }
    }

    private static boolean isRecorded(DecisionBody decision, Map<String, AccountEvent.RequestDecided> recorded) {
        AccountEvent.RequestDecided event = recorded.get(decision.id());
        return event != null
                && decision.status() == event.status()
                && decision.findings().equals(event.findings())
                && decision.policyVersion() == event.policyVersion()
                && event.request().equals(decision.facts());
    }

    private void journal() {
        JournalWalk walk = new JournalWalk(caps);
        evidence.journal().forEach(walk::next);
        problems.addAll(walk.problems());
    }

    private <E extends AccountEvent> Set<RequestId> ids(Class<E> type, Function<E, RequestId> id) {
        return evidence.events(type).stream().map(id).collect(Collectors.toSet());
    }

    private static <T> Set<T> without(Set<T> all, Set<T> these) {
        Set<T> rest = new HashSet<>(all);
        rest.removeAll(these);
        return rest;
    }

    private void add(Promise promise, String where) {
        problems.add(new Problem(promise, where));
    }
}
