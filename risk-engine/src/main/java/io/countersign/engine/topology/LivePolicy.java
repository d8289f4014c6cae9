package io.countersign.engine.topology;

import io.countersign.domain.policy.Policy;
import io.countersign.wire.codec.Read;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.message.PolicyMessage;
import io.countersign.wire.policy.PolicyYaml;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The policy that judges now: the highest version in the global store, parsed once. */
final class LivePolicy {

    private final ReadOnlyKeyValueStore<Long, byte[]> policies;
    private final TopicCodec<PolicyMessage> codec;
    private Policy parsed = Policy.none();

    LivePolicy(ReadOnlyKeyValueStore<Long, byte[]> policies, TopicCodec<PolicyMessage> codec) {
        this.policies = policies;
        this.codec = codec;
    }

    /** The live policy; {@link Policy#none} while there is none. */
    Policy current() {
        try (KeyValueIterator<Long, byte[]> newestFirst = policies.reverseAll()) {
            if (!newestFirst.hasNext()) {
                return Policy.none();
            }
            KeyValue<Long, byte[]> newest = newestFirst.next();
            if (newest.key != parsed.version()) {
                parsed = parse(newest.value);
            }
            return parsed;
        }
    }

    private Policy parse(byte[] octets) {
        return switch (codec.read(octets)) {
            case Read.Value<PolicyMessage> read ->
                PolicyYaml.parse(read.value().version(), read.value().yaml());
            case Read.Unreadable<PolicyMessage> read ->
                throw new IllegalStateException("the live policy cannot be read: " + read.reason());
        };
    }
}
