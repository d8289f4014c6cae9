package io.countersign.engine.topology;

import io.countersign.domain.control.Control;
import io.countersign.wire.codec.AvroFraming;
import io.countersign.wire.codec.SingleObjectFraming;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.codec.UnreadableException;
import io.countersign.wire.mapping.StateMapping;
import io.countersign.wire.message.DeadLetterMessage;
import io.countersign.wire.message.DecisionMessage;
import io.countersign.wire.message.JournalMessage;
import io.countersign.wire.message.OutcomeMessage;
import io.countersign.wire.message.PolicyMessage;
import io.countersign.wire.message.RequestMessage;
import io.countersign.wire.message.StoredAccount;
import io.countersign.wire.topic.Topics;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** The codecs of every topic that the engine reads or writes, and of its store. */
public record EngineCodecs(
        TopicCodec<RequestMessage> requests,
        TopicCodec<Control> controls,
        TopicCodec<OutcomeMessage> outcomes,
        TopicCodec<PolicyMessage> policies,
        TopicCodec<DecisionMessage> decisions,
        TopicCodec<JournalMessage> journal,
        TopicCodec<DeadLetterMessage> deadLetters) {

    private static final String STORE = "accounts";

    public EngineCodecs(AvroFraming framing) {
        this(
                new TopicCodec<>(Topics.REQUESTS, framing),
                new TopicCodec<>(Topics.CONTROLS, framing),
                new TopicCodec<>(Topics.OUTCOMES, framing),
                new TopicCodec<>(Topics.POLICIES, framing),
                new TopicCodec<>(Topics.DECISIONS, framing),
                new TopicCodec<>(Topics.JOURNAL, framing),
                new TopicCodec<>(Topics.DEAD_LETTERS, framing));
    }

    /** The account store's values. They are nobody else's, so they name their schema without the registry. */
    static Serde<StoredAccount> accounts() {
        SingleObjectFraming framing = new SingleObjectFraming();
        return Serdes.serdeFrom(
                (topic, account) ->
                        framing.frame(STORE, StateMapping.AVRO.toAvro().apply(account)),
                (topic, octets) -> read(framing, octets));
    }

    private static StoredAccount read(SingleObjectFraming framing, byte[] octets) {
        try {
            return StateMapping.AVRO.fromAvro().apply(framing.unframe(STORE, octets, StateMapping.AVRO.type()));
        } catch (UnreadableException e) {
            throw new IllegalStateException("corrupt account store: " + e.getMessage(), e);
        }
    }
}
