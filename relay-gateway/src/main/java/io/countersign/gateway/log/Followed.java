package io.countersign.gateway.log;

import io.countersign.wire.codec.AvroFraming;
import io.countersign.wire.codec.Read;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.topic.Topic;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A topic that is followed: how far back, and who is told of its values. */
public final class Followed<T> {

    private static final Logger LOG = Logger.getLogger(Followed.class);

    private final String topic;
    private final @Nullable Duration back;
    private final TopicCodec<T> codec;
    private final Consumer<T> reader;

    private Followed(String topic, @Nullable Duration back, TopicCodec<T> codec, Consumer<T> reader) {
        this.topic = topic;
        this.back = back;
        this.codec = codec;
        this.reader = reader;
    }

    /** Follows {@code topic} from {@code back} ago. */
    public static <T> Followed<T> since(Duration back, Topic<T> topic, AvroFraming framing, Consumer<T> reader) {
        return new Followed<>(topic.name(), back, new TopicCodec<>(topic, framing), reader);
    }

    /** Follows {@code topic} from its beginning. */
    public static <T> Followed<T> whole(Topic<T> topic, AvroFraming framing, Consumer<T> reader) {
        return new Followed<>(topic.name(), null, new TopicCodec<>(topic, framing), reader);
    }

    String topic() {
        return topic;
    }

    @Nullable
    Duration back() {
        return back;
    }

    /** What cannot be read stops nothing else; the engine and the relay keep dead letters, the gateway only looks. */
    void accept(ConsumerRecord<byte[], byte[]> entry) {
        switch (codec.read(entry.value())) {
            case Read.Value<T> read -> reader.accept(read.value());
            case Read.Unreadable<T> unreadable ->
                LOG.warnf(
                        "record skipped: topic=%s partition=%d offset=%d reason=%s",
                        topic, entry.partition(), entry.offset(), unreadable.reason());
        }
    }
}
