package io.countersign.engine.topology;

import io.countersign.wire.message.Octets;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** A record's key and the partition that it must stand in. */
record Placed(Octets key, int partition) {

    /** Keyed by the partition's number, a big-endian int. */
    static Placed byNumber(int partition) {
        return new Placed(Octets.of(ByteBuffer.allocate(Integer.BYTES).putInt(0, partition)), partition);
    }

    static Serializer<Placed> serializer() {
        return (topic, placed) -> placed.key().toBytes();
    }

    static StreamPartitioner<Placed, byte[]> partitioner() {
        return (topic, placed, value, partitions) -> Optional.of(Set.of(placed.partition()));
    }
}
