package io.countersign.relay.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.wire.settings.StartException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinanceAddressTest {

    @Test
    void anOriginIsRead() {
        assertThat(BinanceAddress.of(URI.create("https://api.binance.com")))
                .isEqualTo(new BinanceAddress(true, "api.binance.com", 443));
        assertThat(BinanceAddress.of(URI.create("http://127.0.0.1:9443/")))
                .isEqualTo(new BinanceAddress(false, "127.0.0.1", 9443));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://h", "https://u:p@h", "https://h/api", "https://h?x", "https://h#x", "h:443", "/x"})
    void anythingElseIsRefused(String url) {
        assertThatThrownBy(() -> BinanceAddress.of(URI.create(url))).isInstanceOf(StartException.class);
    }
}
