package io.countersign.engine.topology.input;

import io.countersign.wire.codec.Read;
import io.countersign.wire.codec.TopicCodec;
import java.util.Arrays;
import java.util.function.Function;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Reads a topic that the engine writes to itself. A record whose key is not its value's stands in a partition where others
 * would be asked about it, so it is unreadable too.
 */
public final class Input<T> {

    private final TopicCodec<T> codec;
    private final Function<T, byte[]> keyOf;
    private final DeadLetters deadLetters;

    public Input(TopicCodec<T> codec, Function<T, byte[]> keyOf, DeadLetters deadLetters) {
        this.codec = codec;
        this.keyOf = keyOf;
        this.deadLetters = deadLetters;
    }

    /** A source of octets. */
    public static void addSource(Topology topology, String name, String topic) {
        ByteArrayDeserializer octets = new ByteArrayDeserializer();
        topology.addSource(name, octets, octets, topic);
    }

    /** A sink of octets. Each part of the topology has its own: a shared one would make one part of them. */
    public static void addSink(Topology topology, String name, String topic, String parent) {
        ByteArraySerializer octets = new ByteArraySerializer();
        topology.addSink(name, topic, octets, octets, parent);
    }

    /** The value, or null after a dead letter went to the sink {@code letters}. */
    public @Nullable T read(Record<byte[], byte[]> incoming, ProcessorContext<byte[], byte[]> context, String letters) {
        RecordMetadata origin = context.recordMetadata().orElseThrow();
        return switch (codec.read(incoming.value())) {
            case Read.Value<T> read -> {
                if (Arrays.equals(incoming.key(), keyOf.apply(read.value()))) {
                    yield read.value();
                }
                String reason = "the key on %s is not that of the value".formatted(origin.topic());
                context.forward(deadLetters.letter(incoming, origin, reason), letters);
                yield null;
            }
            case Read.Unreadable<T> unreadable -> {
                context.forward(deadLetters.letter(incoming, origin, unreadable.reason()), letters);
                yield null;
            }
        };
    }
}
