package io.countersign.replay.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How rows are written. */
public enum Format {
    PARQUET,
    CSV,
    JSONL;

    /** The end of a file's name. */
    String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    RowWriter writer(Path file, Table table) throws IOException {
        return switch (this) {
            case PARQUET -> new ParquetRows.Writer(file, table);
            case CSV -> new CsvRows.Writer(file, table);
            case JSONL -> new JsonRows.Writer(file);
        };
    }

    RowReader reader(Path file, Table table) throws IOException {
        return switch (this) {
            case PARQUET -> new ParquetRows.Reader(file, table);
            case CSV -> new CsvRows.Reader(file, table);
            case JSONL -> new JsonRows.Reader(file);
        };
    }

    /** Writes rows to one file. */
    interface RowWriter extends AutoCloseable {

        void write(Map<String, Object> row) throws IOException;

        @Override
        void close() throws IOException;
    }

    /** Reads what {@link RowWriter} wrote. */
    interface RowReader extends AutoCloseable {

        /** The next row, values as text; null at the end. */
        @Nullable
        Map<String, String> read() throws IOException;

        @Override
        void close() throws IOException;
    }
}
