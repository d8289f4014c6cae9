package io.countersign.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.schema.journal.JournalEntry;
import io.countersign.wire.mapping.AvroMapping;
import io.countersign.wire.testing.Kept;
import io.countersign.wire.testing.Resources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaFormatter;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What was written once is read for ever. The files are never written again: a changed schema is kept as a further version
 * beside them ({@code -Dcountersign.keep=true} after raising {@link #THIS_VERSION}).
 */
class KeptBytesTest {

    private static final String THIS_VERSION = "v5";

    /** A message in the version in which it was kept. */
    record Version(String name, Kept.Values<?, ?> values) {

        Schema schema() {
            return new Schema.Parser().parse(Resources.text(file(".avsc")));
        }

        byte[] octets() {
            return Resources.octets(file(".avro-body"));
        }

        boolean exists() {
            return KeptBytesTest.class.getResource(file(".avsc")) != null;
        }

        private String file(String ending) {
            return "/kept/" + name + "/" + values.name() + ending;
        }

        @Override
        public String toString() {
            return values.name() + " " + name;
        }
    }

    static List<Version> kept() {
        return Stream.of("v1", "v2", "v3", "v4", "v5")
                .flatMap(name -> Kept.today().stream().map(values -> new Version(name, values)))
                .filter(Version::exists)
                .toList();
    }

    @Test
    void everyMessageIsKeptInThisVersion() {
        assertThat(kept()).filteredOn(each -> each.name().equals(THIS_VERSION)).hasSameSizeAs(Kept.today());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kept")
    void whatWasWrittenIsReadWithoutLoss(Version kept) throws IOException {
        Schema then = kept.schema();
        byte[] octets = kept.octets();

        byte[] again = again(kept.values().mapping(), then, octets);

        assertThat(generic(kept.values().mapping().schema(), then, again))
                .isEqualTo(generic(then, then, octets))
                .isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kept")
    void todaysReaderUnderstandsEveryKeptWriter(Version kept) {
        compatible(kept.values().mapping().schema(), kept.schema());
    }

    /** The journal is read by old builds too: an auditor's copy is not deployed with the engine. */
    @Test
    void everyKeptReaderUnderstandsTodaysJournal() {
        assertThat(kept())
                .filteredOn(each -> each.values().name().equals("journal"))
                .isNotEmpty()
                .allSatisfy(each -> compatible(each.schema(), JournalEntry.getClassSchema()));
    }

    @Test
    @EnabledIfSystemProperty(named = "countersign.keep", matches = "true")
    void keepsWhatThisVersionWrites() throws IOException {
        for (Kept.Values<?, ?> each : Kept.today()) {
            Path folder = Files.createDirectories(Path.of("src/test/resources/kept", THIS_VERSION));
            Files.write(folder.resolve(each.name() + ".avro-body"), written(each));
            Files.writeString(
                    folder.resolve(each.name() + ".avsc"),
                    SchemaFormatter.format("json/pretty", each.mapping().schema()) + "\n");
        }
    }

    private static void compatible(Schema reader, Schema writer) {
        assertThat(SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                        .getType())
                .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    }

    private static <T, R extends SpecificRecord> List<T> read(AvroMapping<T, R> mapping, Schema then, byte[] octets)
            throws IOException {
        SpecificDatumReader<R> reader =
                new SpecificDatumReader<>(then, mapping.schema(), SpecificData.getForClass(mapping.type()));
        return each(reader, octets).stream().map(mapping.fromAvro()).toList();
    }

    private static <T, R extends SpecificRecord> byte[] again(AvroMapping<T, R> mapping, Schema then, byte[] octets)
            throws IOException {
        return write(mapping, read(mapping, then, octets));
    }

    /** As the schema {@code then} saw it, without any of our types. */
    private static List<GenericRecord> generic(Schema writer, Schema then, byte[] octets) throws IOException {
        return each(new GenericDatumReader<>(writer, then), octets);
    }

    private static <R> List<R> each(DatumReader<R> reader, byte[] octets) throws IOException {
        BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(octets, null);
        List<R> values = new ArrayList<>();
        while (!decoder.isEnd()) {
            values.add(reader.read(null, decoder));
        }
        return values;
    }

    private static <T, R extends SpecificRecord> byte[] written(Kept.Values<T, R> kept) throws IOException {
        return write(kept.mapping(), kept.values());
    }

    private static <T, R extends SpecificRecord> byte[] write(AvroMapping<T, R> mapping, List<T> values)
            throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(octets, null);
        SpecificDatumWriter<R> writer =
                new SpecificDatumWriter<>(mapping.schema(), SpecificData.getForClass(mapping.type()));
        for (T value : values) {
            writer.write(mapping.toAvro().apply(value), encoder);
        }
        encoder.flush();
        return octets.toByteArray();
    }
}
