package io.countersign.gateway.log;

import io.countersign.wire.codec.AvroFraming;
import io.countersign.wire.codec.Read;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.message.Octets;
import io.countersign.wire.topic.Topic;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A topic that is followed: how far back, and who is told of its records. */
public final class Followed {

    private static final Logger LOG = Logger.getLogger(Followed.class);

    private final String topic;
    private final @Nullable Duration back;
    private final Consumer<ConsumerRecord<byte[], byte[]>> reader;
    private final boolean last;

    /** Who is told of a value, and where it stands. */
    @FunctionalInterface
    public interface Reader<T> {
        void accept(T value, Position at);
    }

    /** A record's place within its topic. */
    public record Position(int partition, long offset) {}

    private Followed(
            String topic, @Nullable Duration back, boolean last, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        this.topic = topic;
        this.back = back;
        this.last = last;
        this.reader = reader;
    }

    /**
     * A record of a topic whose keys count.
     *
     * @param value null when the record has none
     */
    public record Entry<T>(
            Octets key,
            int partition,
            long offset,
            @Nullable Read<T> value) {}

    /** Follows {@code topic} from {@code back} ago. */
    public static <T> Followed since(Duration back, Topic<T> topic, AvroFraming framing, Reader<T> reader) {
        return new Followed(topic.name(), back, false, values(topic, framing, reader));
    }

    /** Follows {@code topic} from its beginning. */
    public static <T> Followed whole(Topic<T> topic, AvroFraming framing, Consumer<T> reader) {
        return new Followed(topic.name(), null, false, values(topic, framing, (value, at) -> reader.accept(value)));
    }

    /** Follows {@code topic} from its beginning, with keys, records without a value, and what cannot be read. */
    public static <T> Followed keyed(Topic<T> topic, AvroFraming framing, Consumer<Entry<T>> reader) {
        TopicCodec<T> codec = new TopicCodec<>(topic, framing);
        return new Followed(topic.name(), null, false, entry -> {
            byte @Nullable [] octets = entry.value();
            Read<T> value = octets == null ? null : codec.read(octets);
            reader.accept(new Entry<>(Octets.of(entry.key()), entry.partition(), entry.offset(), value));
        });
    }

    /** The same, but what is on the log at the start is read when all of the others' is: what it tells follows on what they tell. */
    public Followed last() {
        return new Followed(topic, back, true, reader);
    }

    boolean isLast() {
        return last;
    }

    String topic() {
        return topic;
    }

    @Nullable
    Duration back() {
        return back;
    }

    void accept(ConsumerRecord<byte[], byte[]> entry) {
        reader.accept(entry);
    }

    /** What cannot be read stops nothing else; the engine and the relay keep dead letters, the gateway only looks. */
    private static <T> Consumer<ConsumerRecord<byte[], byte[]>> values(
            Topic<T> topic, AvroFraming framing, Reader<T> reader) {
        TopicCodec<T> codec = new TopicCodec<>(topic, framing);
        return entry -> {
            if (entry.value() == null) {
                // Taken away from a compacted topic; whatever lists what there is says so itself.
                return;
            }
            switch (codec.read(entry.value())) {
                case Read.Value<T> read -> reader.accept(read.value(), new Position(entry.partition(), entry.offset()));
                case Read.Unreadable<T> unreadable ->
                    LOG.warnf(
                            "record skipped: topic=%s partition=%d offset=%d reason=%s",
                            entry.topic(), entry.partition(), entry.offset(), unreadable.reason());
            }
        };
    }
}
