package io.countersign.wire.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.wire.message.Octets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartitionChainTest {

    private static final byte[] FIRST = {0, 0, 0, 0, 7, 11, 22, 33};
    private static final byte[] SECOND = {0, 0, 0, 0, 7, 44, 55};

    /** Written down, because every checkpoint for ever hangs on it. */
    @Test
    void theGenesisNeverChanges() {
        assertThat(PartitionChain.genesis(0))
                .isEqualTo(
                        new PartitionChain(0, hex("eca457d632b7f8a427d77c5b149f1a42372173e313b49a10f88c95ccf93deadd")));
        assertThat(PartitionChain.genesis(258))
                .isEqualTo(
                        new PartitionChain(0, hex("68505b1cbb462ee1cadc05508ab228cf91a3db53f6636db061700cab4cde7048")));
    }

    @Test
    void theRunningHashIsOfTheOneBeforeAndOfTheEntrysOwn() {
        Octets before = PartitionChain.genesis(3).runningHash();
        byte[] entry = Sha256.of(new byte[] {11, 22, 33});

        assertThat(after(FIRST)).isEqualTo(new PartitionChain(1, Octets.of(Sha256.of(before.toBytes(), entry))));
    }

    @Test
    void itHangsOnEveryEntryAndOnTheirOrder() {
        byte[] altered = SECOND.clone();
        altered[6] ^= 1;

        assertThat(List.of(after(FIRST, SECOND), after(SECOND, FIRST), after(FIRST, altered), after(FIRST, FIRST)))
                .extracting(PartitionChain::runningHash)
                .doesNotHaveDuplicates();
        assertThat(after(FIRST, SECOND).entries()).isEqualTo(2);
    }

    @Test
    void itHoldsWhateverTheIdOfTheSchema() {
        byte[] elsewhere = FIRST.clone();
        elsewhere[4] = 8;

        assertThat(after(elsewhere)).isEqualTo(after(FIRST));
    }

    private static PartitionChain after(byte[]... entries) {
        PartitionChain chain = PartitionChain.genesis(3);
        for (byte[] each : entries) {
            chain = chain.next(each, 5);
        }
        return chain;
    }

    private static Octets hex(String digits) {
        return Octets.of(HexFormat.of().parseHex(digits));
    }
}
