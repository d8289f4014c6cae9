package io.countersign.wire.mapping;

import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** A message's Avro twin and the way there and back. */
public record AvroMapping<T, R extends SpecificRecord>(
        Class<R> type, Schema schema, Function<T, R> toAvro, Function<R, T> fromAvro) {}
