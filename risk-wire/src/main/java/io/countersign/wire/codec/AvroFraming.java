package io.countersign.wire.codec;

import org.apache.avro.specific.SpecificRecord;

/** How an Avro value becomes octets that name their schema. Safe for many threads. */
public interface AvroFraming {

    /** Header and Avro body. */
    byte[] frame(String topic, SpecificRecord value);

    /**
     * The value, whatever schema it was written with.
     *
     * @throws UnreadableException when the octets are no such value, now and for ever
     * @throws SchemasUnavailableException when the schema cannot be had now; the record may be good
     */
    <R extends SpecificRecord> R unframe(String topic, byte[] octets, Class<R> type);

    /** Octets before the Avro body. */
    int headerLength();
}
