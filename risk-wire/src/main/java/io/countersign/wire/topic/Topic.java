package io.countersign.wire.topic;

import io.countersign.wire.mapping.AvroMapping;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * One topic: its name, its settings and what its values are. Keyed by account id unless said.
 *
 * @param configs of the broker's topic; partitions and replication are the deployment's
 */
public record Topic<T>(String name, Map<String, String> configs, AvroMapping<T, ?> mapping) {

    public Topic {
        configs = Map.copyOf(configs);
    }

    /** What of it an administrator creates. */
    public TopicSpec spec() {
        return new TopicSpec(name, configs, schema());
    }

    /** Schema of the value as this build writes it. */
    public Schema schema() {
        return mapping.schema();
    }
}
