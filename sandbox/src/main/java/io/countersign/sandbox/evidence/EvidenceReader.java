package io.countersign.sandbox.evidence;

import io.countersign.domain.id.AccountId;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.demo.world.Poll;
import io.countersign.sandbox.demo.world.ReceivedRequest;
import io.countersign.sandbox.demo.world.StandInClient;
import io.countersign.sandbox.demo.world.TopicReader;
import io.countersign.sandbox.evidence.Evidence.JournalLine;
import io.countersign.sandbox.keys.KeyFile;
import io.countersign.wire.chain.JournalChain;
import io.countersign.wire.codec.Read;
import io.countersign.wire.codec.RegistryFraming;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.journal.DataKey;
import io.countersign.wire.journal.SealedJournal;
import io.countersign.wire.journal.WrappingKeys;
import io.countersign.wire.message.DataKeyMessage;
import io.countersign.wire.message.DeadLetterMessage;
import io.countersign.wire.message.DecisionBody;
import io.countersign.wire.message.DecisionMessage;
import io.countersign.wire.message.JournalContent;
import io.countersign.wire.message.JournalMessage;
import io.countersign.wire.message.OutcomeMessage;
import io.countersign.wire.message.RequestMessage;
import io.countersign.wire.topic.Topic;
import io.countersign.wire.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Gathers the evidence; what it has read it does not read again. */
public final class EvidenceReader implements AutoCloseable {
    private final StandInClient standIn;
    private final TopicReader topics;
    private final RegistryFraming framing;
    private final WrappingKeys wrapping;
    private final Map<AccountId, DataKey> keys = new HashMap<>();
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final List<RequestMessage> requests = new ArrayList<>();
    private final List<DecisionBody> decisions = new ArrayList<>();
    private final List<JournalLine> journal = new ArrayList<>();
    private final List<OutcomeMessage> outcomes = new ArrayList<>();

    public EvidenceReader(Sandbox sandbox) {
        this.standIn = new StandInClient(sandbox.addresses().standInControl());
        this.topics = TopicReader.committed(sandbox.addresses().kafka());
        this.wrapping = WrappingKeys.load(
                "the sandbox's keys",
                KeyFile.DATA_KEY_WRAPPING.in(sandbox.files().keys()));
        this.framing = new RegistryFraming(sandbox.addresses().registry());
    }

    /** Waits so long at most for everything to come to its end. */
    public Evidence settled(Duration patience) throws InterruptedException {
        Evidence told = Poll.until(patience, this::told, Evidence::isSettled);
        return told.with(
                standIn.requests().stream().filter(ReceivedRequest::isSigned).toList());
    }

    List<DeadLetterMessage> deadLetters() {
        return values(Topics.DEAD_LETTERS).toList();
    }

    @Override
    public void close() {
        framing.close();
    }

    private Evidence told() {
        values(Topics.REQUESTS).forEach(requests::add);
        values(Topics.DECISIONS).map(DecisionMessage::body).forEach(decisions::add);
        TopicCodec<JournalMessage> codec = new TopicCodec<>(Topics.JOURNAL, framing);
        SealedJournal sealed = new SealedJournal(codec);
        List<ConsumerRecord<byte[], byte[]>> entries = topics.readOn(Topics.JOURNAL.name(), positions);
        readKeys();
        entries.forEach(each -> value(codec, each)
                .flatMap(entry -> opened(sealed, entry))
                .map(entry -> new JournalLine(entry, JournalChain.next(each.value(), codec.headerLength())))
                .forEach(journal::add));
        values(Topics.OUTCOMES).forEach(outcomes::add);
        return new Evidence(requests, decisions, journal, outcomes, List.of());
    }

    /** A key is written with the first entry that it seals. */
    private void readKeys() {
        TopicCodec<DataKeyMessage> codec = new TopicCodec<>(Topics.DATA_KEYS, framing);
        topics.readOn(Topics.DATA_KEYS.name(), positions).forEach(each -> {
            AccountId account = new AccountId(new String(each.key(), StandardCharsets.US_ASCII));
            value(codec, each).forEach(key -> keys.put(account, wrapping.unwrap(account, key.wrapped())));
        });
    }

    /** None of what an erased account asked for later. */
    private Stream<JournalMessage> opened(SealedJournal sealed, JournalMessage entry) {
        if (!(entry.content() instanceof JournalContent.Sealed seal)) {
            return Stream.of(entry);
        }
        DataKey key = keys.get(entry.account());
        return key != null && sealed.open(entry, seal, key) instanceof Read.Value<JournalMessage> read
                ? Stream.of(read.value())
                : Stream.empty();
    }

    private <T> Stream<T> values(Topic<T> topic) {
        TopicCodec<T> codec = new TopicCodec<>(topic, framing);
        return topics.readOn(topic.name(), positions).stream().flatMap(each -> value(codec, each));
    }

    private static <T> Stream<T> value(TopicCodec<T> codec, ConsumerRecord<byte[], byte[]> from) {
        return codec.read(from.value()) instanceof Read.Value<T> read ? Stream.of(read.value()) : Stream.empty();
    }
}
