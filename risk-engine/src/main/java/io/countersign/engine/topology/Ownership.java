package io.countersign.engine.topology;

import org.apache.kafka.common.utils.Utils;

/**
 * Which partition an account's records belong into: that of Kafka's default partitioner, murmur2 of the key. An account that was
 * taken in two partitions would have two writers, and twice its limits.
 */
record Ownership(int partitions) {

    boolean isHome(byte[] key, int partition) {
        return Utils.toPositive(Utils.murmur2(key)) % partitions == partition;
    }
}
