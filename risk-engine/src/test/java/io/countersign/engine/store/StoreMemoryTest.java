package io.countersign.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.FlushOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

class StoreMemoryTest {

    private static final int TOTAL_MIB = 16;
    private static final int WRITE_BUFFERS_MIB = 4;

    /** A write buffer grows by so much at once, which may be more than was left. */
    private static final int ARENA_MIB = 1;

    private static final long MEBIBYTE = 1L << 20;
    private static final int STORES = 4;
    private static final int RECORDS = 3_000;

    @TempDir
    private Path directory = Path.of("");

    /** Together they hold three times the bound, and by themselves would take 16 MiB each for write buffers. */
    @Test
    void allStoresTogetherStayWithinOneBound() throws Exception {
        try (StoreMemory memory = new StoreMemory(TOTAL_MIB, WRITE_BUFFERS_MIB)) {
            List<RocksDB> stores = new ArrayList<>();
            for (int i = 0; i < STORES; i++) {
                stores.add(open(memory, directory.resolve("store-" + i)));
            }
            for (RocksDB store : stores) {
                fill(store);
            }
            long most = 0;
            for (RocksDB store : stores) {
                most = Math.max(most, read(store, memory));
            }
            stores.forEach(RocksDB::close);

            assertThat(most)
                    .isGreaterThan(TOTAL_MIB / 2 * MEBIBYTE)
                    .isLessThanOrEqualTo((TOTAL_MIB + STORES * ARENA_MIB) * MEBIBYTE);
        }
    }

    @Test
    void writeBuffersThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> new StoreMemory(8, 8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StoreMemory(8, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsClosedIsNotAskedAnyMore() {
        StoreMemory memory = new StoreMemory(TOTAL_MIB, WRITE_BUFFERS_MIB);

        memory.close();

        assertThat(memory.used()).isZero();
    }

    private static RocksDB open(StoreMemory memory, Path where) throws RocksDBException {
        BoundedStores bounded = new BoundedStores();
        try (Options options = new Options().setCreateIfMissing(true).setWriteBufferSize(16 * MEBIBYTE)) {
            options.setTableFormatConfig(new BlockBasedTableConfig());
            bounded.setConfig("accounts", options, Map.of(StoreMemory.SETTING, memory));
            return RocksDB.open(options, where.toString());
        }
    }

    /** Returns when it is on disk: what is on its way there is over the bound for a moment. */
    private static void fill(RocksDB store) throws RocksDBException {
        Random random = new Random(42);
        byte[] value = new byte[4096];
        for (int i = 0; i < RECORDS; i++) {
            random.nextBytes(value);
            store.put(key(i), value);
        }
        try (FlushOptions wait = new FlushOptions().setWaitForFlush(true)) {
            store.flush(wait);
        }
    }

    private static long read(RocksDB store, StoreMemory memory) throws RocksDBException {
        long most = 0;
        for (int i = 0; i < RECORDS; i++) {
            assertThat(store.get(key(i))).isNotNull();
            most = Math.max(most, memory.used());
        }
        return most;
    }

    private static byte[] key(int number) {
        return ("account-" + number).getBytes(StandardCharsets.UTF_8);
    }
}
