package io.countersign.replay.source;

import io.countersign.domain.id.AccountId;
import io.countersign.wire.codec.Read;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.journal.DataKey;
import io.countersign.wire.journal.SealedJournal;
import io.countersign.wire.message.JournalContent;
import io.countersign.wire.message.JournalMessage;
import io.countersign.wire.topic.Topics;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entries of a journal, opened where the account still has its data key. For one thread. */
public final class JournalReader {

    /** Keys that stay unwrapped, some 5 MB: to unwrap one takes as long as to open an entry. */
    private static final int MOST_KEYS = 10_000;

    private final TopicCodec<JournalMessage> codec;
    private final SealedJournal sealed;
    private final DataKeys keys;
    private final Map<AccountId, DataKey> unwrapped = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<AccountId, DataKey> eldest) {
            return size() > MOST_KEYS;
        }
    };

    public JournalReader(Source source) {
        this.codec = new TopicCodec<>(Topics.JOURNAL, source.framing());
        this.sealed = new SealedJournal(codec);
        this.keys = source.dataKeys();
    }

    /** The entry in {@code value}; still sealed when the account has no data key any more. */
    public Read<JournalMessage> read(byte @Nullable [] value) {
        Read<JournalMessage> read = codec.read(value);
        if (read instanceof Read.Value<JournalMessage> some
                && some.value().content() instanceof JournalContent.Sealed seal) {
            DataKey key = key(some.value().account());
            return key == null ? read : sealed.open(some.value(), seal, key);
        }
        return read;
    }

    /** Octets before the Avro body. */
    public int headerLength() {
        return codec.headerLength();
    }

    private @Nullable DataKey key(AccountId account) {
        DataKey known = unwrapped.get(account);
        if (known != null) {
            return known;
        }
        DataKey key = keys.of(account);
        if (key != null) {
            unwrapped.put(account, key);
        }
        return key;
    }
}
