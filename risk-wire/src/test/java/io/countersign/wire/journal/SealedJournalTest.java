package io.countersign.wire.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ControlId;
import io.countersign.schema.journal.JournalEntry;
import io.countersign.wire.codec.Read;
import io.countersign.wire.codec.SingleObjectFraming;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.codec.UnreadableException;
import io.countersign.wire.message.JournalContent;
import io.countersign.wire.message.JournalMessage;
import io.countersign.wire.message.Octets;
import io.countersign.wire.message.Outline;
import io.countersign.wire.testing.RandomMessages;
import io.countersign.wire.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SealedJournalTest {

    private static final TopicCodec<JournalMessage> CODEC = new TopicCodec<>(Topics.JOURNAL, new SingleObjectFraming());

    private final SealedJournal journal = new SealedJournal(CODEC);
    private final DataKey key = DataKey.generate();

    @Test
    void whatIsSealedOpensToTheSameForEveryEvent() {
        clear().forEach(entry -> assertThat(opened(sealed(entry), key)).isEqualTo(new Read.Value<>(entry)));
    }

    @Test
    void anOutlineNamesTheEventsRecord() {
        clear().forEach(entry -> {
            Outline outline = seal(sealed(entry)).outline();
            String expected = entry.event().getClass().getSimpleName();
            assertThat(outline.kind()).isEqualTo(expected);
            assertThat(JournalEntry.getClassSchema().getFields())
                    .anyMatch(field -> field.name().equalsIgnoreCase(expected));
        });
    }

    @Test
    void withAnotherKeyItDoesNotOpen() {
        assertThat(opened(sealed(entry()), DataKey.generate())).isInstanceOf(Read.Unreadable.class);
    }

    @Test
    void aSealThatWasMovedDoesNotOpen() {
        JournalMessage sealed = sealed(entry());
        JournalMessage later =
                new JournalMessage(sealed.account(), sealed.sequence() + 1, sealed.previousHash(), sealed.content());
        JournalMessage elsewhere = new JournalMessage(
                new AccountId("mallory"), sealed.sequence(), sealed.previousHash(), sealed.content());

        assertThat(opened(later, key)).isInstanceOf(Read.Unreadable.class);
        assertThat(opened(elsewhere, key)).isInstanceOf(Read.Unreadable.class);
    }

    @Test
    void anotherPlaceOutlineOrTimeThanInsideIsUnreadable() {
        JournalMessage sealed = sealed(entry());
        JournalContent.Sealed seal = seal(sealed);
        Outline other = new Outline("ControlRefused", null, null, 0);

        assertThat(opened(with(sealed, new JournalContent.Sealed(other, seal.octets(), seal.at())), key))
                .isInstanceOf(Read.Unreadable.class);
        assertThat(opened(
                        with(
                                sealed,
                                new JournalContent.Sealed(
                                        seal.outline(), seal.octets(), seal.at().plusMillis(1))),
                        key))
                .isInstanceOf(Read.Unreadable.class);
        JournalMessage unchained =
                new JournalMessage(sealed.account(), sealed.sequence(), Octets.of(new byte[32]), seal);
        assertThat(opened(unchained, key)).isInstanceOf(Read.Unreadable.class);
    }

    @Test
    void noTextOfTheEventIsInTheOctets() {
        JournalMessage entry = new JournalMessage(
                new AccountId("alice"),
                1,
                Octets.of(new byte[32]),
                new AccountEvent.TierAssigned(new ControlId("a".repeat(32)), "her-name", "her-tier", Instant.EPOCH));

        String octets = new String(journal.encode(entry, key), StandardCharsets.ISO_8859_1);

        assertThat(new String(CODEC.encode(entry), StandardCharsets.ISO_8859_1)).contains("her-name", "her-tier");
        assertThat(octets).doesNotContain("her-name", "her-tier").contains("TierAssigned");
    }

    @Test
    void aWrappedKeyIsOfOneAccountAndOneKeyset() throws GeneralSecurityException {
        WrappingKeys wrapping = wrapping();
        AccountId alice = new AccountId("alice");
        Octets wrapped = wrapping.wrap(alice, key);

        assertThat(opened(sealed(entry()), wrapping.unwrap(alice, wrapped))).isInstanceOf(Read.Value.class);
        assertThatThrownBy(() -> wrapping.unwrap(new AccountId("bob"), wrapped))
                .isInstanceOf(UnreadableException.class);
        WrappingKeys others = wrapping();
        assertThatThrownBy(() -> others.unwrap(alice, wrapped)).isInstanceOf(UnreadableException.class);
    }

    private static WrappingKeys wrapping() throws GeneralSecurityException {
        AeadConfig.register();
        return new WrappingKeys(
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get())
                        .getPrimitive(RegistryConfiguration.get(), Aead.class));
    }

    private JournalMessage sealed(JournalMessage entry) {
        return ((Read.Value<JournalMessage>) CODEC.read(journal.encode(entry, key))).value();
    }

    private Read<JournalMessage> opened(JournalMessage sealed, DataKey by) {
        return journal.open(sealed, seal(sealed), by);
    }

    private static JournalContent.Sealed seal(JournalMessage sealed) {
        return (JournalContent.Sealed) sealed.content();
    }

    private static JournalMessage with(JournalMessage entry, JournalContent content) {
        return new JournalMessage(entry.account(), entry.sequence(), entry.previousHash(), content);
    }

    private static JournalMessage entry() {
        return clear().findFirst().orElseThrow();
    }

    private static Stream<JournalMessage> clear() {
        return LongStream.range(0, 200)
                .mapToObj(seed -> new RandomMessages(new Random(seed)).journal())
                .filter(each -> each.content() instanceof JournalContent.Clear);
    }
}
