package io.countersign.engine.topology;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Puts every record of a topic that holds for everyone into its global store as it is. */
final class GlobalKeeper<K> implements Processor<K, byte[], Void, Void> {

    private final String storeName;
    private @Nullable KeyValueStore<K, byte[]> store;

    GlobalKeeper(String storeName) {
        this.storeName = storeName;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        store = context.getStateStore(storeName);
    }

    @Override
    public void process(Record<K, byte[]> changed) {
        if (store == null) {
            throw new IllegalStateException("process before init");
        }
        store.put(changed.key(), changed.value());
    }
}
