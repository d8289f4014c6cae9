package io.countersign.wire.journal;

import io.countersign.wire.codec.Read;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.codec.UnreadableException;
import io.countersign.wire.message.JournalContent;
import io.countersign.wire.message.JournalMessage;
import io.countersign.wire.message.Octets;
import io.countersign.wire.message.Outline;
import java.nio.charset.StandardCharsets;

/**
 * Entries whose event is sealed whole. Inside is the entry as it would stand in the clear, so that it names its own schema and its
 * own place: no seal can be moved.
 */
public final class SealedJournal {

    private static final String CONTEXT = "countersign/journal-event/v1/";

    private final TopicCodec<JournalMessage> codec;

    public SealedJournal(TopicCodec<JournalMessage> codec) {
        this.codec = codec;
    }

    /** {@code clear} as octets of the topic, sealed with {@code key}. */
    public byte[] encode(JournalMessage clear, DataKey key) {
        Octets octets = Octets.of(key.seal(codec.encode(clear), context(clear)));
        Outline outline = Outline.of(clear.event());
        return codec.encode(new JournalMessage(
                clear.account(),
                clear.sequence(),
                clear.previousHash(),
                new JournalContent.Sealed(outline, octets, clear.content().at())));
    }

    /** What is inside the {@code seal} of {@code entry}: unreadable when it does not open, or is of another entry than it says. */
    public Read<JournalMessage> open(JournalMessage entry, JournalContent.Sealed seal, DataKey key) {
        byte[] opened;
        try {
            opened = key.open(seal.octets().toBytes(), context(entry));
        } catch (UnreadableException e) {
            return new Read.Unreadable<>(String.valueOf(e.getMessage()));
        }
        Read<JournalMessage> inside = codec.read(opened);
        return inside instanceof Read.Value<JournalMessage> some && !fits(entry, seal, some.value())
                ? new Read.Unreadable<>("what is inside the seal is not what the entry says")
                : inside;
    }

    private static boolean fits(JournalMessage entry, JournalContent.Sealed seal, JournalMessage inside) {
        return inside.content() instanceof JournalContent.Clear clear
                && Outline.of(clear.event()).equals(seal.outline())
                && clear.at().equals(seal.at())
                && inside.account().equals(entry.account())
                && inside.sequence() == entry.sequence()
                && inside.previousHash().equals(entry.previousHash());
    }

    private static byte[] context(JournalMessage entry) {
        return (CONTEXT + entry.account().value() + "/" + entry.sequence()).getBytes(StandardCharsets.US_ASCII);
    }
}
