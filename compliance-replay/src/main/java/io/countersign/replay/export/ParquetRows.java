package io.countersign.replay.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.jspecify.annotations.Nullable;

/** Parquet with ZSTD. */
final class ParquetRows {

    private ParquetRows() {}

    private static Schema avro(Table table) {
        SchemaBuilder.FieldAssembler<Schema> fields = SchemaBuilder.record(table.folder())
                .namespace("io.countersign.export")
                .fields();
        for (Column each : table.columns()) {
            fields = switch (each.type()) {
                case TEXT -> fields.optionalString(each.name());
                case WHOLE_NUMBER -> fields.optionalLong(each.name());
            };
        }
        return fields.endRecord();
    }

    record Writer(Schema schema, ParquetWriter<GenericRecord> out) implements Format.RowWriter {

        Writer(Path file, Table table) throws IOException {
            this(avro(table), open(file, avro(table)));
        }

        private static ParquetWriter<GenericRecord> open(Path file, Schema schema) throws IOException {
            return AvroParquetWriter.<GenericRecord>builder(new LocalOutputFile(file))
                    .withSchema(schema)
                    .withConf(new PlainParquetConfiguration())
                    .withDataModel(GenericData.get())
                    .withCompressionCodec(CompressionCodecName.ZSTD)
                    .withCodecFactory(new ZstandardCodec())
                    .build();
        }

        @Override
        public void write(Map<String, Object> row) throws IOException {
            GenericRecord record = new GenericData.Record(schema);
            row.forEach((name, value) -> record.put(name, value instanceof Number number ? number.longValue() : value));
            out.write(record);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    record Reader(Table table, ParquetReader<GenericRecord> in) implements Format.RowReader {

        Reader(Path file, Table table) throws IOException {
            this(
                    table,
                    AvroParquetReader.<GenericRecord>builder(new LocalInputFile(file), new PlainParquetConfiguration())
                            .withDataModel(GenericData.get())
                            .withCodecFactory(new ZstandardCodec())
                            .build());
        }

        @Override
        public @Nullable Map<String, String> read() throws IOException {
            GenericRecord record = in.read();
            if (record == null) {
                return null;
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (Column each : table.columns()) {
                Object value = record.get(each.name());
                if (value != null) {
                    row.put(each.name(), value.toString());
                }
            }
            return row;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
