package io.countersign.engine.failure;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;

/** Commands are octets to Streams, so only a policy's key can be unreadable, and without its policies an engine must not judge. */
public final class StopOnUnreadable implements DeserializationExceptionHandler {

    private @Nullable StopReason reason;

    @Override
    public void configure(Map<String, ?> configs) {
        reason = StopReason.in(configs);
    }

    @Override
    public DeserializationHandlerResponse handle(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> unreadable, Exception thrown) {
        if (reason != null) {
            reason.tell(
                    "the record at %s partition %d offset %d cannot be read"
                            .formatted(unreadable.topic(), unreadable.partition(), unreadable.offset()),
                    thrown);
        }
        return DeserializationHandlerResponse.FAIL;
    }
}
