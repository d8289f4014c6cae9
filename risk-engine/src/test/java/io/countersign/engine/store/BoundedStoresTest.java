package io.countersign.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.CompressionType;
import org.rocksdb.FlushOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

class BoundedStoresTest {

    private static final int ACCOUNTS = 1_000;
    private static final int MENTIONS = 20;

    @TempDir
    private Path directory = Path.of("");

    /** As an account names one address in each reservation. */
    @Test
    void whatAnAccountRepeatsIsOnDiskOnce() throws RocksDBException, IOException {
        long written;
        try (StoreMemory memory = new StoreMemory(16, 4);
                Options options = new Options()
                        .setCreateIfMissing(true)
                        // As Kafka Streams sets it.
                        .setCompressionType(CompressionType.NO_COMPRESSION)
                        .setTableFormatConfig(new BlockBasedTableConfig())) {
            new BoundedStores().setConfig("accounts", options, Map.of(StoreMemory.SETTING, memory));
            written = write(options);
        }

        assertThat(onDisk()).isLessThan(written / 2);
    }

    private long write(Options options) throws RocksDBException {
        Random random = new Random(42);
        long written = 0;
        try (RocksDB store = RocksDB.open(options, directory.toString());
                FlushOptions wait = new FlushOptions().setWaitForFlush(true)) {
            for (int i = 0; i < ACCOUNTS; i++) {
                byte[] value =
                        "%016x".formatted(random.nextLong()).repeat(MENTIONS).getBytes(StandardCharsets.US_ASCII);
                store.put(Integer.toString(i).getBytes(StandardCharsets.US_ASCII), value);
                written += value.length;
            }
            store.flush(wait);
        }
        return written;
    }

    private long onDisk() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(each -> each.toString().endsWith(".sst"))
                    .mapToLong(each -> each.toFile().length())
                    .sum();
        }
    }
}
