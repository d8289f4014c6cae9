package io.countersign.sandbox.e2e;

import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.id.RequestId;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.demo.world.Poll;
import io.countersign.sandbox.demo.world.ReceivedRequest;
import io.countersign.sandbox.demo.world.StandInClient;
import io.countersign.sandbox.demo.world.TopicReader;
import io.countersign.wire.chain.JournalChain;
import io.countersign.wire.codec.Read;
import io.countersign.wire.codec.RegistryFraming;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.message.DeadLetterMessage;
import io.countersign.wire.message.DecisionBody;
import io.countersign.wire.message.DecisionKind;
import io.countersign.wire.message.DecisionMessage;
import io.countersign.wire.message.JournalMessage;
import io.countersign.wire.message.Octets;
import io.countersign.wire.message.OutcomeMessage;
import io.countersign.wire.message.RequestMessage;
import io.countersign.wire.topic.Topic;
import io.countersign.wire.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Everything that the topics and the stand-in say about one moment. */
record Evidence(
        List<RequestMessage> requests,
        List<DecisionBody> decisions,
        List<JournalLine> journal,
        List<OutcomeMessage> outcomes,
        List<ReceivedRequest> received) {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** An entry, and what the next one of its account must name. */
    record JournalLine(JournalMessage entry, Octets hash) {}

    /** Waits until what was approved has come to an end and the journal knows it. */
    static Evidence settled(Sandbox sandbox) throws InterruptedException {
        return settled(sandbox, PATIENCE);
    }

    /** Waits so long at most. */
    static Evidence settled(Sandbox sandbox, Duration patience) throws InterruptedException {
        try (RegistryFraming framing = new RegistryFraming(sandbox.addresses().registry())) {
            return Poll.until(patience, () -> now(sandbox, framing), Evidence::isSettled);
        }
    }

    private static Evidence now(Sandbox sandbox, RegistryFraming framing) throws InterruptedException {
        TopicReader reader = TopicReader.committed(sandbox.addresses().kafka());
        List<DecisionMessage> decisions = values(reader, Topics.DECISIONS, framing);
        return new Evidence(
                values(reader, Topics.REQUESTS, framing),
                decisions.stream().map(DecisionMessage::body).toList(),
                journal(reader, framing),
                values(reader, Topics.OUTCOMES, framing),
                new StandInClient(sandbox.addresses().standInControl())
                        .requests().stream().filter(ReceivedRequest::isSigned).toList());
    }

    static List<DeadLetterMessage> deadLetters(Sandbox sandbox) {
        try (RegistryFraming framing = new RegistryFraming(sandbox.addresses().registry())) {
            return values(TopicReader.committed(sandbox.addresses().kafka()), Topics.DEAD_LETTERS, framing);
        }
    }

    private static <T> List<T> values(TopicReader reader, Topic<T> topic, RegistryFraming framing) {
        TopicCodec<T> codec = new TopicCodec<>(topic, framing);
        return reader.read(topic.name()).stream()
                .flatMap(each -> value(codec, each))
                .toList();
    }

    private static List<JournalLine> journal(TopicReader reader, RegistryFraming framing) {
        TopicCodec<JournalMessage> codec = new TopicCodec<>(Topics.JOURNAL, framing);
        return reader.read(Topics.JOURNAL.name()).stream()
                .flatMap(each -> value(codec, each)
                        .map(entry -> new JournalLine(entry, JournalChain.next(each.value(), codec.headerLength()))))
                .toList();
    }

    private static <T> Stream<T> value(TopicCodec<T> codec, ConsumerRecord<byte[], byte[]> from) {
        return codec.read(from.value()) instanceof Read.Value<T> read ? Stream.of(read.value()) : Stream.empty();
    }

    private boolean isSettled() {
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
    List<DecisionBody> approvals() {
        return judgements().stream()
                .filter(each -> each.status() == DecisionStatus.APPROVED)
                .toList();
    }

    /** Every decision on a new request. */
    List<DecisionBody> judgements() {
        return decisions.stream()
                .filter(each -> each.kind() == DecisionKind.REQUEST)
                .toList();
    }

    <E extends AccountEvent> List<E> events(Class<E> type) {
        return journal.stream()
                .map(line -> line.entry().event())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    Set<RequestId> ended(OutcomeClass... classes) {
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
