package io.countersign.replay.export;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * RFC 4180 with a header. A text that a spreadsheet would take for a formula gets an apostrophe in front: an address or a reason is
 * what somebody outside chose.
 */
final class CsvRows {

    private static final String FORMULA = "=+-@\t\r\n";

    private static final CsvMapper CSV = CsvMapper.csvBuilder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();

    private CsvRows() {}

    private static CsvSchema schema(Table table) {
        CsvSchema.Builder schema = CsvSchema.builder();
        table.columns().forEach(each -> schema.addColumn(each.name()));
        return schema.build().withHeader().withLineSeparator("\r\n").withNullValue("");
    }

    record Writer(SequenceWriter out) implements Format.RowWriter {

        Writer(Path file, Table table) throws IOException {
            this(writer(table).writeValues(file.toFile()));
        }

        private static ObjectWriter writer(Table table) {
            return CSV.writer(schema(table));
        }

        @Override
        public void write(Map<String, Object> row) throws IOException {
            Map<String, Object> safe = new LinkedHashMap<>(row);
            safe.replaceAll((name, value) -> value instanceof String text ? harmless(text) : value);
            out.write(safe);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    static String harmless(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    record Reader(MappingIterator<Map<String, String>> rows) implements Format.RowReader {

        Reader(Path file, Table table) throws IOException {
            this(CSV.readerForMapOf(String.class).with(schema(table)).readValues(file.toFile()));
        }

        @Override
        public @Nullable Map<String, String> read() throws IOException {
            return rows.hasNextValue() ? rows.nextValue() : null;
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }
}
