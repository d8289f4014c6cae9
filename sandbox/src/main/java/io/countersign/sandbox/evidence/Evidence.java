package io.countersign.sandbox.evidence;

import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.id.RequestId;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.demo.world.ReceivedRequest;
import io.countersign.wire.message.DeadLetterMessage;
import io.countersign.wire.message.DecisionBody;
import io.countersign.wire.message.DecisionKind;
import io.countersign.wire.message.JournalMessage;
import io.countersign.wire.message.Octets;
import io.countersign.wire.message.OutcomeMessage;
import io.countersign.wire.message.RequestMessage;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything that the topics and the stand-in say about one moment. */
public record Evidence(
        List<RequestMessage> requests,
        List<DecisionBody> decisions,
        List<JournalLine> journal,
        List<OutcomeMessage> outcomes,
        List<ReceivedRequest> received) {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    public Evidence {
        requests = List.copyOf(requests);
        decisions = List.copyOf(decisions);
        journal = List.copyOf(journal);
        outcomes = List.copyOf(outcomes);
        received = List.copyOf(received);
    }

    /** An entry, and what the next one of its account must name. */
    public record JournalLine(JournalMessage entry, Octets hash) {}

    /** Waits until what was approved has come to an end and the journal knows it. */
    public static Evidence settled(Sandbox sandbox) throws InterruptedException {
        return settled(sandbox, PATIENCE);
    }

    /** Waits so long at most. */
    public static Evidence settled(Sandbox sandbox, Duration patience) throws InterruptedException {
        try (EvidenceReader reader = new EvidenceReader(sandbox)) {
            return reader.settled(patience);
        }
    }

    public static List<DeadLetterMessage> deadLetters(Sandbox sandbox) {
        try (EvidenceReader reader = new EvidenceReader(sandbox)) {
            return reader.deadLetters();
        }
    }

    /** The same with what arrived at Binance. */
    Evidence with(List<ReceivedRequest> arrived) {
        return new Evidence(requests, decisions, journal, outcomes, arrived);
    }

    /** Whether every request is decided, every approval has come to an end, and the journal knows both. */
    public boolean isSettled() {
        Set<RequestId> recorded = ids(events(AccountEvent.OutcomeRecorded.class), event -> event.outcome()
                .requestId());
        Set<RequestId> decided = ids(events(AccountEvent.RequestDecided.class), event -> event.request()
                .id());
        Set<RequestId> awaited = ids(approvals(), decision -> new RequestId(decision.id()));
        Set<RequestId> judged = ids(judgements(), decision -> new RequestId(decision.id()));
        Set<RequestId> asked = ids(requests, request -> request.facts().id());
        return recorded.containsAll(awaited)
                && recorded.containsAll(ended(OutcomeClass.values()))
                // The topics are read one after the other while the engine goes on.
                && judged.containsAll(asked)
                && decided.containsAll(asked);
    }

    /** Every decision on a new request that allows it. */
    public List<DecisionBody> approvals() {
        return judgements().stream()
                .filter(each -> each.status() == DecisionStatus.APPROVED)
                .toList();
    }

    /** Every decision on a new request. */
    public List<DecisionBody> judgements() {
        return decisions.stream()
                .filter(each -> each.kind() == DecisionKind.REQUEST)
                .toList();
    }

    /** The journal's events of one type, in their order. */
    public <E extends AccountEvent> List<E> events(Class<E> type) {
        return journal.stream()
                .map(line -> line.entry().event())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** The requests that an outcome of one of these classes was told of. */
    public Set<RequestId> ended(OutcomeClass... classes) {
        Set<OutcomeClass> wanted = Set.of(classes);
        return outcomes.stream()
                .filter(each -> wanted.contains(each.outcome().outcome()))
                .map(each -> each.outcome().requestId())
                .collect(Collectors.toSet());
    }

    private static <T> Set<RequestId> ids(List<T> from, Function<T, RequestId> id) {
        return from.stream().map(id).collect(Collectors.toSet());
    }
}
