package io.countersign.engine.failure;

import java.util.Map;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** A command that broke an invariant stops the engine: what cannot be decided must not be skipped. */
public final class StopOnProcessing implements ProcessingExceptionHandler {

    private @Nullable StopReason reason;

    @Override
    public void configure(Map<String, ?> configs) {
        reason = StopReason.in(configs);
    }

    @Override
    public ProcessingHandlerResponse handle(ErrorHandlerContext context, Record<?, ?> command, Exception thrown) {
        if (reason != null) {
            reason.tell(
                    "the command at %s partition %d offset %d cannot be decided"
                            .formatted(context.topic(), context.partition(), context.offset()),
                    thrown);
        }
        return ProcessingHandlerResponse.FAIL;
    }
}
