package io.countersign.wire.chain;

import static io.countersign.domain.testing.Samples.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.id.AccountId;
import io.countersign.wire.message.Octets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class JournalChainTest {

    private static final byte[] FRAMED = {0, 0, 0, 0, 7, 11, 22, 33};

    /** Written down, because every journal for ever begins with it. */
    @Test
    void theGenesisNeverChanges() {
        assertThat(JournalChain.genesis(ALICE))
                .isEqualTo(Octets.of(
                        HexFormat.of().parseHex("6b629eefe8231088118be2fbd5b4890c510b8513299e38c0c00471cecf588018")));
    }

    @Test
    void everyAccountHasItsOwn() {
        assertThat(JournalChain.genesis(ALICE)).isNotEqualTo(JournalChain.genesis(new AccountId("bob")));
    }

    @Test
    void aLinkIsTheHashOfTheBody() {
        assertThat(JournalChain.next(FRAMED, 5)).isEqualTo(Octets.of(Sha256.of(new byte[] {11, 22, 33})));
    }

    /** A record without a value is for whoever audits to report, not to fall over. */
    @Test
    void whatIsShorterThanItsHeaderHasNoBody() {
        assertThat(JournalChain.next(new byte[0], 5)).isEqualTo(Octets.of(Sha256.of()));
    }

    @Test
    void aLinkHoldsWhateverTheIdOfTheSchema() {
        byte[] elsewhere = FRAMED.clone();
        elsewhere[4] = 8;

        assertThat(JournalChain.next(elsewhere, 5)).isEqualTo(JournalChain.next(FRAMED, 5));
    }

    @Test
    void aLinkBreaksWithEveryOctetOfTheBody() {
        for (int i = 5; i < FRAMED.length; i++) {
            byte[] altered = FRAMED.clone();
            altered[i] ^= 1;
            assertThat(JournalChain.next(altered, 5)).isNotEqualTo(JournalChain.next(FRAMED, 5));
        }
        assertThat(JournalChain.next(Arrays.copyOf(FRAMED, 7), 5)).isNotEqualTo(JournalChain.next(FRAMED, 5));
    }
}
