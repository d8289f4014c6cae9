package io.countersign.replay.spill;

import io.countersign.replay.source.UnusableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteOptions;

/**
 * As many values as there are keys, in the memory of a few: those that were not asked for lately go to a RocksDB in a folder of
 * its own, which is made when the first one goes and deleted in the end. Of one thread.
 */
public final class Spilling<T> implements AutoCloseable {

    private static final long WRITE_BUFFER = 8L * 1024 * 1024;

    private final Map<String, Held<T>> near = new LinkedHashMap<>(16, 0.75f, true);
    private final Path parent;
    private final long most;
    private final Form<T> form;
    private long weight;
    private @Nullable Far far;

    /** A value, which is changed in place, and what it weighed when it was last asked for. */
    private static final class Held<T> {
        final T value;
        int weight;

        Held(T value) {
            this.value = value;
        }
    }

    private record Far(SpillFolder folder, Options options, WriteOptions writing, RocksDB store) {}

    /** Keeps values that weigh {@code most} together in memory, or else one, and the others below {@code parent}. */
    public Spilling(Path parent, long most, Form<T> form) {
        this.parent = parent;
        this.most = most;
        this.form = form;
    }

    /** The value of {@code key}, to be changed in place; {@code fresh} makes the first one. */
    public T get(String key, Function<String, T> fresh) {
        Held<T> held = near.get(key);
        if (held == null) {
            T stored = stored(key);
            held = new Held<>(stored == null ? fresh.apply(key) : stored);
            near.put(key, held);
        }
        int now = form.weight(held.value);
        weight += now - held.weight;
        held.weight = now;
        shed();
        return held.value;
    }

    /** Whether one more is well placed here: half of the room is for those that are there, which grow. */
    public boolean hasRoom() {
        return near.isEmpty() || (far == null && weight <= most / 2);
    }

    /** Every value, by no order that means anything. Nothing may be asked for afterwards. */
    public void forEach(Consumer<T> sink) {
        if (far == null) {
            near.values().forEach(held -> sink.accept(held.value));
            return;
        }
        near.forEach((key, held) -> store(key, held.value));
        near.clear();
        try (RocksIterator all = far.store().newIterator()) {
            for (all.seekToFirst(); all.isValid(); all.next()) {
                sink.accept(form.decode(new String(all.key(), StandardCharsets.UTF_8), all.value()));
            }
            all.status();
        } catch (RocksDBException e) {
            throw unusable(e);
        }
    }

    /** Whether something went to the disk. */
    public boolean spilled() {
        return far != null;
    }

    @Override
    public void close() {
        near.clear();
        Far open = far;
        far = null;
        if (open != null) {
            open.store().close();
            open.writing().close();
            open.options().close();
            open.folder().close();
        }
    }

    private void shed() {
        while (weight > most && near.size() > 1) {
            Map.Entry<String, Held<T>> oldest = near.entrySet().iterator().next();
            String key = oldest.getKey();
            store(key, oldest.getValue().value);
            weight -= oldest.getValue().weight;
            near.remove(key);
        }
    }

    private @Nullable T stored(String key) {
        if (far == null) {
            return null;
        }
        try {
            byte[] octets = far.store().get(key.getBytes(StandardCharsets.UTF_8));
            return octets == null ? null : form.decode(key, octets);
        } catch (RocksDBException e) {
            throw unusable(e);
        }
    }

    private void store(String key, T value) {
        far = far == null ? open() : far;
        try {
            far.store().put(far.writing(), key.getBytes(StandardCharsets.UTF_8), form.encode(value));
        } catch (RocksDBException e) {
            throw unusable(e);
        }
    }

    private Far open() {
        RocksDB.loadLibrary();
        try {
            SpillFolder folder = SpillFolder.in(parent);
            Options options = new Options().setCreateIfMissing(true).setWriteBufferSize(WRITE_BUFFER);
            WriteOptions writing = new WriteOptions().setDisableWAL(true);
            return new Far(
                    folder,
                    options,
                    writing,
                    RocksDB.open(options, folder.path().toString()));
        } catch (IOException | RocksDBException e) {
            throw unusable(e);
        }
    }

    private UnusableException unusable(Exception e) {
        return new UnusableException("--spill %s: %s".formatted(parent, UnusableException.reason(e)), e);
    }
}
