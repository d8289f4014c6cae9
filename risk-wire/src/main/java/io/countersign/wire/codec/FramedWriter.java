package io.countersign.wire.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** Writes the values of one Avro type after the same header. Safe for many threads. */
final class FramedWriter {

    /** Most records and most accounts are shorter; what is longer makes it grow. */
    private static final int USUAL_LENGTH = 4096;

    /** The encoder's buffer is anew for each value, and Avro's choice is four times as large. */
    private static final EncoderFactory ENCODERS = new EncoderFactory().configureBufferSize(512);

    private final byte[] header;
    private final DatumWriter<SpecificRecord> datums;

    /** For values such as {@code example}. */
    FramedWriter(byte[] header, SpecificRecord example) {
        this.header = header;
        this.datums = new SpecificDatumWriter<>(example.getSchema(), writing(example));
    }

    byte[] write(SpecificRecord value) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(USUAL_LENGTH);
        octets.writeBytes(header);
        BinaryEncoder encoder = ENCODERS.binaryEncoder(octets, null);
        try {
            datums.write(value, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new IllegalStateException("encoding into memory cannot fail", e);
        }
        return octets.toByteArray();
    }

    /** A type without dates, most of all a finding, writes its fields itself. Readers, which meet anybody's octets, go the usual way. */
    private static SpecificData writing(SpecificRecord example) {
        SpecificData data = new SpecificData();
        SpecificData.getForClass(example.getClass()).getConversions().forEach(data::addLogicalTypeConversion);
        data.setCustomCoders(true);
        return data;
    }
}
