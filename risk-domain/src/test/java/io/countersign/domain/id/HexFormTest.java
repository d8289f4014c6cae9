package io.countersign.domain.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HexFormTest {

    private static final String HALF = "0123456789abcdef";

    @Test
    void anIdIsLowerCaseHex() {
        assertThat(new RequestId(HALF + HALF)).hasToString(HALF + HALF);
        assertThat(WireDigest.of(new WireDigest(HALF.repeat(4)).octets()).hex()).isEqualTo(HALF.repeat(4));
    }

    @Test
    void theOctetsOfAnIdAreItsDigits() {
        RequestId id = new RequestId("ffffffffffffffff" + HALF);
        assertThat(HexFormat.of().formatHex(id.octets())).isEqualTo(id.value());
        assertThat(RequestId.of(id.octets())).isEqualTo(id).isNotEqualTo(new RequestId(HALF + HALF));
        assertThatIllegalArgumentException().isThrownBy(() -> RequestId.of(new byte[15]));
        assertThatIllegalArgumentException().isThrownBy(() -> RequestId.of(new byte[17]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "g", "/", ":", "`", "G", " ", "\n", "٣", ""})
    void nothingElseIs(String digit) {
        assertThatIllegalArgumentException().isThrownBy(() -> new RequestId(HALF + HALF.substring(1) + digit));
        assertThatIllegalArgumentException().isThrownBy(() -> new RequestId(HALF + HALF + digit + digit + "0"));
    }
}
