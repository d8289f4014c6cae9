package io.countersign.engine.topology.input;

import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.message.DeadLetterMessage;
import io.countersign.wire.message.Octets;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Makes dead letters of what cannot be read. */
public final class DeadLetters {

    private static final String ROLE = "engine";

    private final TopicCodec<DeadLetterMessage> codec;
    private final Consumer<String> listener;

    /** Tells {@code listener} the topic of each. */
    public DeadLetters(TopicCodec<DeadLetterMessage> codec, Consumer<String> listener) {
        this.codec = codec;
        this.listener = listener;
    }

    /** The letter about {@code unreadable}, which stood at {@code origin}. */
    public Record<byte[], byte[]> letter(Record<byte[], byte[]> unreadable, RecordMetadata origin, String reason) {
        byte @Nullable [] key = unreadable.key();
        byte @Nullable [] value = unreadable.value();
        DeadLetterMessage letter = new DeadLetterMessage(
                origin.topic(),
                origin.partition(),
                origin.offset(),
                ROLE,
                reason,
                key == null ? null : Octets.of(key),
                value == null ? null : Octets.of(value));
        listener.accept(origin.topic());
        return unreadable.withValue(codec.encode(letter));
    }
}
