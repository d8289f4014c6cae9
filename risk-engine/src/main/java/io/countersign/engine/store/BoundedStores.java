package io.countersign.engine.store;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.CompressionType;
import org.rocksdb.Options;

/** Makes every store of the process draw on the same {@link StoreMemory}. */
public final class BoundedStores implements RocksDBConfigSetter {

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        if (!(configs.get(StoreMemory.SETTING) instanceof StoreMemory memory)) {
            throw new IllegalStateException(StoreMemory.SETTING + " is missing");
        }
        if (!(options.tableFormatConfig() instanceof BlockBasedTableConfig table)) {
            throw new IllegalStateException("a store of blocks is expected");
        }
        table.setBlockCache(memory.blocks());
        // Outside the cache they would grow with the number of accounts, past every bound.
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setTableFormatConfig(table);
        // Addresses are hexadecimal and named again and again: an account takes half.
        options.setCompressionType(CompressionType.LZ4_COMPRESSION);
        options.setWriteBufferManager(memory.writeBuffers());
    }

    @Override
    public void close(String storeName, Options options) {
        // What is shared outlives each store.
    }
}
