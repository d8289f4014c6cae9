package io.countersign.wire.destination;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.request.Destination;
import io.countersign.wire.message.Octets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The key is what destinations of different accounts are found equal by. */
class DestinationKeyTest {

    @Test
    void equalDestinationsHaveOneKey() {
        assertThat(DestinationKey.of(new Destination("ETH", "0x94df", null)))
                .isEqualTo(DestinationKey.of(new Destination("ETH", "0x94df", null)));
    }

    @Test
    void destinationsThatDifferInAnythingHaveDifferentKeys() {
        List<Octets> keys = List.of(
                        new Destination("ETH", "0x94df", null),
                        new Destination(null, "0x94df", null),
                        new Destination("", "0x94df", null),
                        new Destination("ETH", "0x94df", ""),
                        new Destination("ETH", "0x94DF", null),
                        new Destination("ETH0", "x94df", null),
                        new Destination("ETH", "0x94d", "f"),
                        new Destination("ETH", "0x94", "df"))
                .stream()
                .map(DestinationKey::of)
                .toList();

        assertThat(keys).doesNotHaveDuplicates();
    }

    /** The store outlives every version of this code. Computed with another program: printf and sha256sum. */
    @Test
    void theKeyIsForEver() {
        assertThat(HexFormat.of()
                        .formatHex(DestinationKey.of(new Destination("ETH", "0x94df", null))
                                .toBytes()))
                .isEqualTo("45c770135d1456ad720715643c253e87ba9fb3d8f14ddf6c2c224b7492ab6ad3");
    }
}
