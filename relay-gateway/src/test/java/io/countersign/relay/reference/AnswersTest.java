package io.countersign.relay.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.domain.money.Asset;
import io.countersign.wire.message.Octets;
import io.countersign.wire.message.ReferenceMessage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AnswersTest {

    private static final Asset USDT = new Asset("USDT");

    @Test
    void pricesAreListedBySymbolAndByAssetInTheQuoteCurrency() throws IOException {
        ReferenceMessage.Prices prices = Answers.prices(json("""
                        [{"symbol":"BTCUSDT","price":"97000.10000000"},
                         {"symbol":"ETHBTC","price":"0.03"},
                         {"symbol":"USDTTRY","price":"42"}]"""), USDT);

        assertThat(prices.byAsset())
                .containsOnlyKeys(new Asset("BTC"), USDT)
                .containsEntry(new Asset("BTC"), new BigDecimal("97000.10000000"))
                .containsEntry(USDT, BigDecimal.ONE);
        assertThat(prices.bySymbol()).containsOnlyKeys("BTCUSDT", "ETHBTC", "USDTTRY");
    }

    @Test
    void whatIsNoPriceIsLeftOut() throws IOException {
        ReferenceMessage.Prices prices = Answers.prices(json("""
                        [{"symbol":"AUSDT","price":"1e9"}, {"symbol":"BUSDT","price":"-1"}, {"symbol":"CUSDT"},
                         {"symbol":"DUSDT","price":"0.00000000"}, {"price":"1"}, 7, {"symbol":"EUSDT","price":"2"}]"""), USDT);

        assertThat(prices.byAsset()).containsOnlyKeys(new Asset("E"), USDT);
    }

    @Test
    void anAnswerWithoutAnyPriceIsNone() {
        assertThatThrownBy(() -> Answers.prices(json("[]"), USDT)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Answers.prices(json("<html>"), USDT)).isInstanceOf(IOException.class);
    }

    @Test
    void timeAndStatusAreRead() throws IOException {
        assertThat(Answers.serverTime(json("{\"serverTime\":1795348800000}")))
                .isEqualTo(Instant.ofEpochMilli(1_795_348_800_000L));
        assertThat(Answers.systemStatus(json("{\"status\":1,\"msg\":\"maintenance\"}")))
                .isEqualTo(new ReferenceMessage.SystemStatus(1, "maintenance"));
        assertThatThrownBy(() -> Answers.serverTime(json("{}"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Answers.systemStatus(json("{\"status\":\"0\"}")))
                .isInstanceOf(IOException.class);
    }

    private static Octets json(String text) {
        return Octets.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
