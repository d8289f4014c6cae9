package io.countersign.engine.topology;

import io.countersign.domain.account.House;
import io.countersign.domain.control.Control;
import io.countersign.engine.topology.input.StoreSerde;
import io.countersign.wire.codec.AvroFraming;
import io.countersign.wire.codec.StoreCodec;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.mapping.StateMapping;
import io.countersign.wire.message.AlertMessage;
import io.countersign.wire.message.CheckpointMessage;
import io.countersign.wire.message.ClaimMessage;
import io.countersign.wire.message.ClaimedMessage;
import io.countersign.wire.message.ConnectionMessage;
import io.countersign.wire.message.DataKeyMessage;
import io.countersign.wire.message.DeadLetterMessage;
import io.countersign.wire.message.DecisionMessage;
import io.countersign.wire.message.FanInMessage;
import io.countersign.wire.message.JournalMessage;
import io.countersign.wire.message.OutcomeMessage;
import io.countersign.wire.message.PolicyMessage;
import io.countersign.wire.message.RequestMessage;
import io.countersign.wire.message.SightingMessage;
import io.countersign.wire.message.StoredAccount;
import io.countersign.wire.message.TallyMessage;
import io.countersign.wire.topic.Topics;
import org.apache.kafka.common.serialization.Serde;

/** The codecs of every topic that the engine reads or writes, and of its store of accounts. */
public record EngineCodecs(
        TopicCodec<RequestMessage> requests,
        TopicCodec<Control> controls,
        TopicCodec<OutcomeMessage> outcomes,
        TopicCodec<PolicyMessage> policies,
        TopicCodec<House> house,
        TopicCodec<DecisionMessage> decisions,
        TopicCodec<JournalMessage> journal,
        TopicCodec<ClaimMessage> claims,
        TopicCodec<ClaimedMessage> claimed,
        TopicCodec<ConnectionMessage> connections,
        TopicCodec<SightingMessage> sightings,
        TopicCodec<FanInMessage> fanIn,
        TopicCodec<TallyMessage> tallies,
        TopicCodec<AlertMessage> alerts,
        TopicCodec<CheckpointMessage> checkpoints,
        TopicCodec<DeadLetterMessage> deadLetters,
        TopicCodec<DataKeyMessage> dataKeys) {

    public EngineCodecs(AvroFraming framing) {
        this(
                new TopicCodec<>(Topics.REQUESTS, framing),
                new TopicCodec<>(Topics.CONTROLS, framing),
                new TopicCodec<>(Topics.OUTCOMES, framing),
                new TopicCodec<>(Topics.POLICIES, framing),
                new TopicCodec<>(Topics.HOUSE, framing),
                new TopicCodec<>(Topics.DECISIONS, framing),
                new TopicCodec<>(Topics.JOURNAL, framing),
                new TopicCodec<>(Topics.CLAIMS, framing),
                new TopicCodec<>(Topics.CLAIMED, framing),
                new TopicCodec<>(Topics.CONNECTIONS, framing),
                new TopicCodec<>(Topics.SIGHTINGS, framing),
                new TopicCodec<>(Topics.FAN_IN, framing),
                new TopicCodec<>(Topics.TALLIES, framing),
                new TopicCodec<>(Topics.ALERTS, framing),
                new TopicCodec<>(Topics.CHECKPOINTS, framing),
                new TopicCodec<>(Topics.DEAD_LETTERS, framing),
                new TopicCodec<>(Topics.DATA_KEYS, framing));
    }

    static Serde<StoredAccount> accounts() {
        return StoreSerde.of(new StoreCodec<>(EngineTopology.ACCOUNTS, StateMapping.AVRO));
    }
}
