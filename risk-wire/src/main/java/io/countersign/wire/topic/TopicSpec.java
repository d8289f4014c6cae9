package io.countersign.wire.topic;

import java.util.Map;
import org.apache.avro.Schema;

/** A topic as it is created, and the schema of its values. */
public record TopicSpec(String name, Map<String, String> configs, Schema schema) {}
