package io.countersign.engine.topology;

import io.countersign.engine.topology.fanin.FanInWindow;
import java.time.Duration;

/**
 * What the topology depends on beside its codecs.
 *
 * @param checkpointInterval a partition of the journal gets a checkpoint at most so often
 * @param fanIn within which two accounts share a destination
 * @param partitions of every topic that is keyed by account, 1 or more
 */
public record EngineShape(Duration checkpointInterval, FanInWindow fanIn, int partitions) {

    public EngineShape {
        if (partitions < 1) {
            throw new IllegalArgumentException("a topic has a partition or more");
        }
    }
}
