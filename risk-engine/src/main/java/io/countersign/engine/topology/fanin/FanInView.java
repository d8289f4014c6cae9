package io.countersign.engine.topology.fanin;

import io.countersign.domain.request.Destination;
import io.countersign.domain.request.RequestFacts;
import io.countersign.domain.request.Transfer;
import io.countersign.wire.codec.Read;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.destination.DestinationKey;
import io.countersign.wire.message.FanInMessage;
import java.time.Instant;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** What every engine knows of destinations of several accounts, from the global store. */
public final class FanInView {

    private final ReadOnlyKeyValueStore<byte[], byte[]> published;
    private final TopicCodec<FanInMessage> codec;
    private final FanInWindow window;

    public FanInView(
            ReadOnlyKeyValueStore<byte[], byte[]> published, TopicCodec<FanInMessage> codec, FanInWindow window) {
        this.published = published;
        this.codec = codec;
        this.window = window;
    }

    /** How many other accounts sent to the destination of {@code request} in the window up to {@code now}. */
    public int otherAccounts(RequestFacts request, Instant now) {
        Transfer transfer = request.transfer();
        Destination destination = transfer == null ? null : transfer.destination();
        if (destination == null) {
            return 0;
        }
        byte[] octets = published.get(DestinationKey.of(destination).toBytes());
        return octets == null ? 0 : window.others(read(octets), request.account(), now);
    }

    private FanInMessage read(byte[] octets) {
        return switch (codec.read(octets)) {
            case Read.Value<FanInMessage> read -> read.value();
            case Read.Unreadable<FanInMessage> read ->
                throw new IllegalStateException("fan-in cannot be read: " + read.reason());
        };
    }
}
