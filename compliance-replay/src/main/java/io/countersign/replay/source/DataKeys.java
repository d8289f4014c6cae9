package io.countersign.replay.source;

import io.countersign.domain.id.AccountId;
import io.countersign.wire.codec.Read;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.codec.UnreadableException;
import io.countersign.wire.journal.DataKey;
import io.countersign.wire.journal.WrappingKeys;
import io.countersign.wire.message.DataKeyMessage;
import io.countersign.wire.message.Octets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The data keys of all accounts, as they travel: an account that was erased has none.
 *
 * @param wrapped by account id
 * @param wrapping null when nobody said what they were wrapped with
 */
public record DataKeys(
        SortedMap<String, Octets> wrapped, @Nullable WrappingKeys wrapping) {

    /** Of a journal that holds nothing sealed. */
    public static final DataKeys NONE = new DataKeys(Collections.emptySortedMap(), null);

    public DataKeys {
        wrapped = Collections.unmodifiableSortedMap(wrapped);
    }

    /** One record of their topic after the other: the last one of an account holds. */
    static void add(SortedMap<String, Octets> keys, LogRecord record, TopicCodec<DataKeyMessage> codec) {
        byte[] value = record.value();
        if (value == null) {
            keys.remove(record.account());
            return;
        }
        switch (codec.read(value)) {
            case Read.Value<DataKeyMessage> some ->
                keys.put(record.account(), some.value().wrapped());
            case Read.Unreadable<DataKeyMessage> none ->
                throw new UnusableException("data keys, %s: %s".formatted(record.position(), none.reason()));
        }
    }

    /** With {@code keys} to unwrap them. */
    static DataKeys of(SortedMap<String, Octets> keys, @Nullable WrappingKeys wrapping) {
        return new DataKeys(new TreeMap<>(keys), wrapping);
    }

    /** The key of {@code account}; null when there is none, as after its erasure. */
    @Nullable
    DataKey of(AccountId account) {
        Octets key = wrapped.get(account.value());
        if (key == null) {
            return null;
        }
        if (wrapping == null) {
            throw new UnusableException("the journal is sealed: --wrapping-keys names the keyset of its data keys");
        }
        try {
            return wrapping.unwrap(account, key);
        } catch (UnreadableException e) {
            throw new UnusableException("--wrapping-keys: " + e.getMessage(), e);
        }
    }
}
