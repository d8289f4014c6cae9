package io.countersign.engine.topology;

import io.countersign.wire.chain.PartitionChain;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.message.CheckpointBody;
import io.countersign.wire.message.CheckpointMessage;
import io.countersign.wire.message.Octets;
import io.countersign.wire.sign.Countersigner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Between the decisions and the journal: takes the entries of each command into the partition's running hash on their way, and signs a
 * checkpoint from time to time. Both go into the partition of the task's own number, whatever their key, so that the hash is over exactly
 * what stands there.
 */
final class JournalProcessor implements Processor<byte[], List<Chained>, Placed, byte[]> {

    private final TopicCodec<CheckpointMessage> checkpoints;
    private final Countersigner signer;
    private final Duration interval;
    private @Nullable ProcessorContext<Placed, byte[]> context;
    private @Nullable KeyValueStore<Integer, StoredChain> chains;
    private int partition;

    JournalProcessor(EngineCodecs codecs, Countersigner signer, Duration interval) {
        this.checkpoints = codecs.checkpoints();
        this.signer = signer;
        this.interval = interval;
    }

    @Override
    public void init(ProcessorContext<Placed, byte[]> processorContext) {
        context = processorContext;
        chains = processorContext.getStateStore(EngineTopology.CHAINS);
        partition = processorContext.taskId().partition();
        processorContext.schedule(interval, PunctuationType.WALL_CLOCK_TIME, this::checkpoint);
    }

    @Override
    public void process(Record<byte[], List<Chained>> command) {
        Placed key = new Placed(Octets.of(command.key()), partition);
        StoredChain chain = load();
        for (Chained each : command.value()) {
            chain = chain.next(each.hash());
            context().forward(command.withKey(key).withValue(each.entry()), EngineTopology.PLACED_JOURNAL);
        }
        store().put(partition, chain);
    }

    private void checkpoint(long now) {
        StoredChain stored = load();
        if (stored.isUnderCheckpoint()) {
            return;
        }
        PartitionChain chain = stored.chain();
        CheckpointMessage signed = signer.sign(
                new CheckpointBody(partition, chain.entries(), chain.runningHash(), Instant.ofEpochMilli(now)));
        store().put(partition, stored.underCheckpoint());
        context()
                .forward(
                        new Record<>(Placed.byNumber(partition), checkpoints.encode(signed), now),
                        EngineTopology.CHECKPOINTS);
    }

    private StoredChain load() {
        StoredChain stored = store().get(partition);
        return stored == null ? StoredChain.genesis(partition) : stored;
    }

    private ProcessorContext<Placed, byte[]> context() {
        return Objects.requireNonNull(context, "process before init");
    }

    private KeyValueStore<Integer, StoredChain> store() {
        return Objects.requireNonNull(chains, "process before init");
    }
}
