package io.countersign.wire.topic;

import io.countersign.domain.account.House;
import io.countersign.domain.control.Control;
import io.countersign.wire.mapping.AlertMapping;
import io.countersign.wire.mapping.CheckpointMapping;
import io.countersign.wire.mapping.ClaimMapping;
import io.countersign.wire.mapping.ClaimedMapping;
import io.countersign.wire.mapping.ConnectionMapping;
import io.countersign.wire.mapping.ControlMapping;
import io.countersign.wire.mapping.DataKeyMapping;
import io.countersign.wire.mapping.DeadLetterMapping;
import io.countersign.wire.mapping.DecisionMapping;
import io.countersign.wire.mapping.FanInMapping;
import io.countersign.wire.mapping.HouseMapping;
import io.countersign.wire.mapping.JournalMapping;
import io.countersign.wire.mapping.OutcomeMapping;
import io.countersign.wire.mapping.PolicyMapping;
import io.countersign.wire.mapping.ReferenceMapping;
import io.countersign.wire.mapping.RequestMapping;
import io.countersign.wire.mapping.SightingMapping;
import io.countersign.wire.mapping.TallyMapping;
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
import io.countersign.wire.message.ReferenceMessage;
import io.countersign.wire.message.RequestMessage;
import io.countersign.wire.message.SightingMessage;
import io.countersign.wire.message.TallyMessage;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Every topic. The first five and the claimed are keyed by account id and share one number of partitions, with the checkpoints.
 */
public final class Topics {

    /** Largest answer of Binance that travels, sealed, with room for its envelope: octets. */
    public static final int MAX_OUTCOME_OCTETS = 4 * 1024 * 1024;

    private static final Duration WORK = Duration.ofDays(7);
    private static final Duration FORGETTING = Duration.ofDays(1);
    private static final Duration INSPECTION = Duration.ofDays(30);

    public static final Topic<RequestMessage> REQUESTS =
            new Topic<>("countersign.requests.v1", commands(WORK), RequestMapping.AVRO);

    public static final Topic<Control> CONTROLS =
            new Topic<>("countersign.controls.v1", commands(WORK), ControlMapping.AVRO);

    public static final Topic<OutcomeMessage> OUTCOMES = new Topic<>(
            "countersign.outcomes.v1",
            with(commands(WORK), TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_OUTCOME_OCTETS)),
            OutcomeMapping.AVRO);

    public static final Topic<DecisionMessage> DECISIONS =
            new Topic<>("countersign.decisions.v1", kept(WORK), DecisionMapping.AVRO);

    /** Kept for ever. */
    public static final Topic<JournalMessage> JOURNAL =
            new Topic<>("countersign.journal.v1", forEver(), JournalMapping.AVRO);

    /** Keyed by account id; an account without a value was erased, which the brokers must not keep long. */
    public static final Topic<DataKeyMessage> DATA_KEYS = new Topic<>(
            "countersign.data-keys.v1",
            with(compacted(), TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, Long.toString(FORGETTING.toMillis())),
            DataKeyMapping.AVRO);

    /** Keyed by the journal's partition, a big-endian int, and in the partition of that number. Kept for ever. */
    public static final Topic<CheckpointMessage> CHECKPOINTS =
            new Topic<>("countersign.checkpoints.v1", forEver(), CheckpointMapping.AVRO);

    /** Keyed by version, a big-endian long, so that the octets sort as the versions do. */
    public static final Topic<PolicyMessage> POLICIES =
            new Topic<>("countersign.policies.v1", compacted(), PolicyMapping.AVRO);

    /** What holds for every account, under the house's key. */
    public static final Topic<House> HOUSE = new Topic<>("countersign.house.v1", compacted(), HouseMapping.AVRO);

    /** Keyed by the datum's name; a key without a value was taken away. */
    public static final Topic<ReferenceMessage> REFERENCE_DATA =
            new Topic<>("countersign.reference-data.v1", compacted(), ReferenceMapping.AVRO);

    /** Keyed by the connection's fingerprint. Written by the engine alone, as all that follow but the dead letters. */
    public static final Topic<ClaimMessage> CLAIMS =
            new Topic<>("countersign.claims.v1", commands(WORK), ClaimMapping.AVRO);

    /** Keyed by account id, in as many partitions as the requests. */
    public static final Topic<ClaimedMessage> CLAIMED =
            new Topic<>("countersign.claimed.v1", commands(WORK), ClaimedMapping.AVRO);

    /** Keyed by the connection's fingerprint: whose it is and its public key. Without a value when it is nobody's. */
    public static final Topic<ConnectionMessage> CONNECTIONS =
            new Topic<>("countersign.connections.v1", compacted(), ConnectionMapping.AVRO);

    /** Keyed by destination key. */
    public static final Topic<SightingMessage> SIGHTINGS =
            new Topic<>("countersign.sightings.v1", commands(WORK), SightingMapping.AVRO);

    /** Keyed by destination key; only destinations of two accounts or more. */
    public static final Topic<FanInMessage> FAN_IN =
            new Topic<>("countersign.fan-in.v1", compacted(), FanInMapping.AVRO);

    /** Keyed by the policy's version, as the policies are. */
    public static final Topic<TallyMessage> TALLIES =
            new Topic<>("countersign.tallies.v1", commands(WORK), TallyMapping.AVRO);

    /** Keyed by the policy's version, as the policies are. */
    public static final Topic<AlertMessage> ALERTS =
            new Topic<>("countersign.alerts.v1", kept(INSPECTION), AlertMapping.AVRO);

    /** Keyed as the record that it holds. */
    public static final Topic<DeadLetterMessage> DEAD_LETTERS = new Topic<>(
            "countersign.dead-letters.v1",
            with(kept(INSPECTION), TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(2 * MAX_OUTCOME_OCTETS)),
            DeadLetterMapping.AVRO);

    /** All of them. */
    public static final List<Topic<?>> EVERY = List.of(
            REQUESTS,
            CONTROLS,
            OUTCOMES,
            DECISIONS,
            JOURNAL,
            CHECKPOINTS,
            DATA_KEYS,
            POLICIES,
            HOUSE,
            REFERENCE_DATA,
            CLAIMS,
            CLAIMED,
            CONNECTIONS,
            SIGHTINGS,
            FAN_IN,
            TALLIES,
            ALERTS,
            DEAD_LETTERS);

    /** All of them, for whoever creates or checks them. */
    public static final List<TopicSpec> ALL = EVERY.stream().map(Topic::spec).toList();

    private Topics() {}

    /** The engine's time is the broker's: nobody who writes a command can choose it. */
    private static Map<String, String> commands(Duration retention) {
        return with(kept(retention), TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
    }

    private static Map<String, String> kept(Duration retention) {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG,
                Long.toString(retention.toMillis()));
    }

    private static Map<String, String> forEver() {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG,
                "-1",
                TopicConfig.RETENTION_BYTES_CONFIG,
                "-1");
    }

    private static Map<String, String> compacted() {
        return Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
    }

    private static Map<String, String> with(Map<String, String> configs, String key, String value) {
        Map<String, String> all = new HashMap<>(configs);
        all.put(key, value);
        return all;
    }
}
