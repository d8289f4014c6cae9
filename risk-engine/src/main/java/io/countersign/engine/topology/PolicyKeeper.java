package io.countersign.engine.topology;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Puts every published policy into the global store as it is. */
final class PolicyKeeper implements Processor<Long, byte[], Void, Void> {

    private @Nullable KeyValueStore<Long, byte[]> policies;

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        policies = context.getStateStore(EngineTopology.POLICIES);
    }

    @Override
    public void process(Record<Long, byte[]> published) {
        if (policies == null) {
            throw new IllegalStateException("process before init");
        }
        policies.put(published.key(), published.value());
    }
}
