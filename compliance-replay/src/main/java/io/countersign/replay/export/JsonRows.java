package io.countersign.replay.export;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One JSON object a line. */
final class JsonRows {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonRows() {}

    record Writer(BufferedWriter out) implements Format.RowWriter {

        Writer(Path file) throws IOException {
            this(Files.newBufferedWriter(file));
        }

        @Override
        public void write(Map<String, Object> row) throws IOException {
            out.write(JSON.writeValueAsString(row));
            out.write('\n');
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    record Reader(MappingIterator<Map<String, Object>> rows) implements Format.RowReader {

        Reader(Path file) throws IOException {
            this(JSON.readerForMapOf(Object.class).readValues(file.toFile()));
        }

        @Override
        public @Nullable Map<String, String> read() throws IOException {
            if (!rows.hasNextValue()) {
                return null;
            }
            Map<String, String> row = new LinkedHashMap<>();
            rows.nextValue().forEach((name, value) -> row.put(name, String.valueOf(value)));
            return row;
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }
}
