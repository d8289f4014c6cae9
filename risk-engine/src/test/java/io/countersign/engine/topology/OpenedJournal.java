package io.countersign.engine.topology;

import io.countersign.domain.id.AccountId;
import io.countersign.wire.codec.Read;
import io.countersign.wire.journal.DataKey;
import io.countersign.wire.journal.SealedJournal;
import io.countersign.wire.journal.WrappingKeys;
import io.countersign.wire.message.JournalContent;
import io.countersign.wire.message.JournalMessage;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.test.TestRecord;

/** Opens what was sealed with any key that there ever was. */
final class OpenedJournal {

    private final SealedJournal sealed;
    private final Map<AccountId, DataKey> keys = new HashMap<>();

    OpenedJournal(EngineCodecs codecs, WrappingKeys wrapping, List<TestRecord<byte[], byte[]>> told) {
        sealed = new SealedJournal(codecs.journal());
        for (TestRecord<byte[], byte[]> each : told) {
            AccountId account = new AccountId(new String(each.key(), StandardCharsets.US_ASCII));
            if (each.getValue() != null) {
                keys.put(
                        account,
                        wrapping.unwrap(
                                account,
                                EngineHarness.value(codecs.dataKeys(), each.value())
                                        .wrapped()));
            }
        }
    }

    JournalMessage open(JournalMessage entry) {
        DataKey key = keys.get(entry.account());
        return entry.content() instanceof JournalContent.Sealed seal
                        && key != null
                        && sealed.open(entry, seal, key) instanceof Read.Value<JournalMessage> inside
                ? inside.value()
                : entry;
    }
}
