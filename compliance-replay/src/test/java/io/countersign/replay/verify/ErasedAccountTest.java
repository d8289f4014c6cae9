package io.countersign.replay.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.AccountErased;
import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.testing.RandomHistory;
import io.countersign.domain.testing.Samples;
import io.countersign.replay.MemorySource;
import io.countersign.replay.source.DataKeys;
import io.countersign.replay.source.UnusableException;
import io.countersign.wire.chain.JournalChain;
import io.countersign.wire.journal.DataKey;
import io.countersign.wire.journal.SealedJournal;
import io.countersign.wire.journal.WrappingKeys;
import io.countersign.wire.message.JournalMessage;
import io.countersign.wire.message.Octets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ErasedAccountTest {

    private static final List<AccountEvent> HISTORY = RandomHistory.of(3).journal();
    private static final AccountEvent ERASURE = new AccountErased(
            Samples.controlId(8),
            "otto",
            Samples.controlId(7),
            "olga",
            HISTORY.getLast().at());

    private final DataKey key = DataKey.generate();
    private final SealedJournal sealed = new SealedJournal(Journals.CODEC);
    private final WrappingKeys wrapping = wrapping();

    @Test
    void withItsKeyASealedJournalIsDecidedAgain() {
        Verification found = verify(journal(key, null), key);

        assertThat(found.discrepancies()).isEmpty();
        assertThat(found.decided()).isEqualTo(decisions()).isPositive();
        assertThat(found.erased()).isZero();
    }

    @Test
    void anErasedAccountIsCountedAndNoDifference() {
        Verification found = verify(journal(key, ERASURE), null);

        assertThat(found.discrepancies()).isEmpty();
        assertThat(found.decided()).isZero();
        assertThat(found.erased()).isEqualTo(decisions());
        assertThat(found.ofAccounts()).contains(decisions() + " decisions erased");
    }

    @Test
    void aKeyThatIsGoneWithoutAnErasureIsADiscrepancy() {
        assertThat(verify(journal(key, null), null).discrepancies())
                .singleElement()
                .matches(each -> each.what().equals("data key"));
    }

    @Test
    void oneOfficerAloneErasesNothing() {
        AccountEvent alone =
                new AccountErased(Samples.controlId(8), "olga", Samples.controlId(7), "olga", ERASURE.at());

        assertThat(verify(journal(key, alone), null).discrepancies()).isNotEmpty();
    }

    @Test
    void whatIsAlteredUnderTheSealIsFoundByTheChain() {
        List<byte[]> journal = journal(key, ERASURE);
        byte[] altered = journal.get(1);
        altered[altered.length - 1] ^= 1;

        assertThat(verify(journal, null).discrepancies()).singleElement().matches(each -> each.what()
                .equals("hash of the entry before"));
    }

    @Test
    void whatIsReplacedUnderItsKeyIsFoundByTheDecider() {
        DataKey forged = DataKey.generate();

        assertThat(verify(journal(forged, null), key).discrepancies()).isNotEmpty();
    }

    @Test
    void aSealedJournalNeedsTheKeyset() {
        MemorySource source = source(journal(key, null), key);
        source.setDataKeys(new DataKeys(source.dataKeys().wrapped(), null));

        assertThatThrownBy(() -> Journals.verify(source))
                .isInstanceOf(UnusableException.class)
                .hasMessageContaining("--wrapping-keys");
    }

    private static long decisions() {
        return HISTORY.stream().filter(RequestDecided.class::isInstance).count();
    }

    private List<byte[]> journal(DataKey by, @Nullable AccountEvent last) {
        List<byte[]> octets = new ArrayList<>();
        Octets head = JournalChain.genesis(Samples.ALICE);
        for (AccountEvent event : HISTORY) {
            byte[] framed = sealed.encode(new JournalMessage(Samples.ALICE, octets.size() + 1, head, event), by);
            head = JournalChain.next(framed, MemorySource.FRAMING.headerLength());
            octets.add(framed);
        }
        if (last != null) {
            octets.add(Journals.CODEC.encode(new JournalMessage(Samples.ALICE, octets.size() + 1, head, last)));
        }
        return octets;
    }

    private Verification verify(List<byte[]> journal, @Nullable DataKey known) {
        return Journals.verify(source(journal, known));
    }

    private MemorySource source(List<byte[]> journal, @Nullable DataKey known) {
        MemorySource source = Journals.source(Samples.ALICE, journal);
        TreeMap<String, Octets> keys = new TreeMap<>();
        if (known != null) {
            keys.put(Samples.ALICE.value(), wrapping.wrap(Samples.ALICE, known));
        }
        source.setDataKeys(new DataKeys(keys, wrapping));
        return source;
    }

    private static WrappingKeys wrapping() {
        try {
            AeadConfig.register();
            return new WrappingKeys(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get())
                            .getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
