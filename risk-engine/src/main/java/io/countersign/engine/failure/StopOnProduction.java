package io.countersign.engine.failure;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.jspecify.annotations.Nullable;

/**
 * What the broker may yet take is sent again; what it never will, such as a record that is too large, stops the engine. Nothing is
 * dropped: a decision without its journal entry would be a lie.
 */
public final class StopOnProduction implements ProductionExceptionHandler {

    private @Nullable StopReason reason;

    @Override
    public void configure(Map<String, ?> configs) {
        reason = StopReason.in(configs);
    }

    @Override
    public ProductionExceptionHandlerResponse handle(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> refused, Exception thrown) {
        if (thrown instanceof RetriableException) {
            return ProductionExceptionHandlerResponse.RETRY;
        }
        return stop(context, refused.topic(), thrown);
    }

    @Override
    public ProductionExceptionHandlerResponse handleSerializationException(
            ErrorHandlerContext context,
            @SuppressWarnings("rawtypes") ProducerRecord refused,
            Exception thrown,
            SerializationExceptionOrigin origin) {
        return stop(context, refused.topic(), thrown);
    }

    private ProductionExceptionHandlerResponse stop(ErrorHandlerContext context, String topic, Exception thrown) {
        if (reason != null) {
            reason.tell(
                    "a record for %s, from %s partition %d offset %d, cannot be written"
                            .formatted(topic, context.topic(), context.partition(), context.offset()),
                    thrown);
        }
        return ProductionExceptionHandlerResponse.FAIL;
    }
}
