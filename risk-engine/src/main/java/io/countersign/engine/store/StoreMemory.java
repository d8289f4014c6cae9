package io.countersign.engine.store;

import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/** One bound for the native memory of every store of the process, however many partitions it holds. */
public final class StoreMemory implements AutoCloseable {

    /** Where the streams settings carry it to {@link BoundedStores}. */
    public static final String SETTING = "countersign.store.memory";

    private static final long MEBIBYTE = 1L << 20;

    /** RocksDB splits a cache by the key's hash; its own choice for caches of this size. */
    private static final int SHARD_BITS = -1;

    /** This part of the cache is for indexes and filters, which every read needs. */
    private static final double FOR_INDEXES = 0.2;

    static {
        RocksDB.loadLibrary();
    }

    private final Cache blocks;
    private final WriteBufferManager writeBuffers;

    /**
     * Room for {@code totalMib} mebibytes, of which write buffers take {@code writeBuffersMib} at most. A cache that is full of
     * blocks in use grows rather than fail a read.
     */
    public StoreMemory(int totalMib, int writeBuffersMib) {
        if (writeBuffersMib <= 0 || writeBuffersMib >= totalMib) {
            throw new IllegalArgumentException(
                    "write buffers of %d MiB do not fit into %d MiB".formatted(writeBuffersMib, totalMib));
        }
        blocks = new LRUCache(totalMib * MEBIBYTE, SHARD_BITS, false, FOR_INDEXES);
        writeBuffers = new WriteBufferManager(writeBuffersMib * MEBIBYTE, blocks);
    }

    Cache blocks() {
        return blocks;
    }

    WriteBufferManager writeBuffers() {
        return writeBuffers;
    }

    /** Octets in use at this moment. */
    public synchronized long used() {
        return blocks.isOwningHandle() ? blocks.getUsage() : 0;
    }

    /** After the last store is closed. */
    @Override
    public synchronized void close() {
        writeBuffers.close();
        blocks.close();
    }
}
