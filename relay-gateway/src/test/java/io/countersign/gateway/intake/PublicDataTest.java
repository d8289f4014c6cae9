package io.countersign.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.countersign.domain.money.Asset;
import io.countersign.gateway.answer.Reply;
import io.countersign.gateway.config.BinanceClock;
import io.countersign.gateway.config.GatewayConfig;
import io.countersign.gateway.view.ReferenceView;
import io.countersign.reading.EndpointCatalogue;
import io.countersign.reading.Reading;
import io.countersign.reading.ReceivedRequest;
import io.countersign.reading.StrictReader;
import io.countersign.wire.message.Octets;
import io.countersign.wire.message.ReferenceMessage;
import io.countersign.wire.settings.Settings;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicDataTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant NOW = Instant.ofEpochMilli(1_795_348_800_123L);

    private final StrictReader reader = new StrictReader(EndpointCatalogue.load(), Set.of("gateway"));
    private final ReferenceView view = new ReferenceView();
    private final PublicData data = new PublicData(
            view,
            BinanceClock.of(OptionalLong.of(NOW.toEpochMilli()), () -> Duration.ZERO),
            Settings.load(GatewayConfig.class, GatewayConfig.PREFIX, new SmallRyeConfigBuilder().build()));

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "- | ZUSDT,AUSDT,BHALT",
                "symbol=AUSDT | AUSDT",
                "symbols=%5B%22BHALT%22%2C%22ZUSDT%22%5D | BHALT,ZUSDT",
                "permissions=MARGIN | ZUSDT",
                "permissions=%5B%22MARGIN%22%2C%22SPOT%22%5D | ZUSDT,AUSDT,BHALT",
                "symbolStatus=HALT | BHALT",
                "permissions=SPOT&symbolStatus=TRADING | ZUSDT,AUSDT",
                "permissions=LEVERAGED | ''",
            })
    void exchangeInformationHasBinancesOrderAndFilters(String query, String symbols) throws IOException {
        list(NOW);

        JsonNode answer = ask("/api/v3/exchangeInfo" + (query == null ? "" : "?" + query), 200);

        assertThat(StreamSupport.stream(answer.path("symbols").spliterator(), false)
                        .map(each -> each.path("symbol").asText()))
                .isEqualTo(symbols.isEmpty() ? List.of() : List.of(symbols.split(",", -1)));
        assertThat(answer.path("serverTime").asLong()).isEqualTo(NOW.toEpochMilli());
        assertThat(answer.path("timezone").asText()).isEqualTo("UTC");
        assertThat(answer.path("rateLimits").toString()).isEqualTo("[{\"limit\":6000}]");
    }

    @Test
    void permissionSetsCanBeLeftEmpty() throws IOException {
        list(NOW);

        assertThat(ask("/api/v3/exchangeInfo?symbol=ZUSDT", 200)
                        .at("/symbols/0/permissionSets/0/1")
                        .asText())
                .isEqualTo("MARGIN");
        assertThat(ask("/api/v3/exchangeInfo?symbol=ZUSDT&showPermissionSets=false", 200)
                        .at("/symbols/0/permissionSets")
                        .toString())
                .isEqualTo("[]");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "exchangeInfo?symbol=NONE | 400 | -1121",
                "exchangeInfo?symbols=%5B%22ZUSDT%22%2C%22NONE%22%5D | 400 | -1121",
                "exchangeInfo?symbol=ZUSDT&permissions=SPOT | 400 | -1128",
                "exchangeInfo?symbols=%5B%22ZUSDT%22%5D&symbolStatus=HALT | 400 | -1128",
                "exchangeInfo?permissions=TRD_GRP_002 | 503 | -1001",
                "ticker/price?symbol=NONE | 400 | -1121",
                "ticker/price?symbolStatus=HALT | 503 | -1001",
            })
    void whatIsNotKnownIsRefusedInBinancesForm(String question, int status, int code) throws IOException {
        list(NOW);
        prices(NOW);

        assertThat(ask("/api/v3/" + question, status).path("code").asInt()).isEqualTo(code);
    }

    @Test
    void aListIsShownWhenAllOfItIsHereAndTheOneBeforeUntilThen() throws IOException {
        ask("/api/v3/exchangeInfo", 503);
        rules(NOW, List.of("ZUSDT"));
        ask("/api/v3/exchangeInfo", 503);
        symbol("ZUSDT", "TRADING", "SPOT");
        assertThat(ask("/api/v3/exchangeInfo", 200).path("symbols")).hasSize(1);

        rules(NOW, List.of("ZUSDT", "AUSDT"));
        assertThat(ask("/api/v3/exchangeInfo", 200).path("symbols")).hasSize(1);
        symbol("AUSDT", "TRADING", "SPOT");
        assertThat(ask("/api/v3/exchangeInfo", 200).path("symbols")).hasSize(2);
        rules(NOW, List.of("AUSDT"));
        assertThat(ask("/api/v3/exchangeInfo", 200).path("symbols")).hasSize(1);
        ask("/api/v3/exchangeInfo?symbol=ZUSDT", 400);
    }

    @Test
    void whatIsOldIsNotTold() throws IOException {
        list(NOW.minus(Duration.ofHours(6)));
        prices(NOW.minusSeconds(60));
        ask("/api/v3/exchangeInfo", 200);
        ask("/api/v3/ticker/price", 200);

        list(NOW.minus(Duration.ofHours(6)).minusMillis(1));
        prices(NOW.minusSeconds(60).minusMillis(1));
        ask("/api/v3/exchangeInfo", 503);
        ask("/api/v3/ticker/price", 503);
    }

    @Test
    void aPingHasAnEmptyAnswer() throws IOException {
        assertThat(ask("/api/v3/ping", 200).toString()).isEqualTo("{}");
    }

    private void list(Instant at) {
        symbol("AUSDT", "TRADING", "SPOT");
        symbol("BHALT", "HALT", "SPOT");
        symbol("ZUSDT", "TRADING", "SPOT\",\"MARGIN");
        rules(at, List.of("ZUSDT", "AUSDT", "BHALT"));
    }

    private void rules(Instant at, List<String> symbols) {
        view.accept(new ReferenceMessage(
                at, new ReferenceMessage.ExchangeRules("UTC", "[{\"limit\":6000}]", "[]", symbols)));
    }

    private void symbol(String name, String status, String permissions) {
        String rules = "{\"symbol\":\"%s\",\"status\":\"%s\",\"permissionSets\":[[\"%s\"]]}"
                .formatted(name, status, permissions);
        view.accept(new ReferenceMessage(NOW, new ReferenceMessage.ExchangeSymbol(name, rules)));
    }

    private void prices(Instant at) {
        Asset usdt = new Asset("USDT");
        view.accept(
                new ReferenceMessage(at, new ReferenceMessage.Prices(usdt, Map.of(), Map.of("ZUSDT", BigDecimal.TEN))));
    }

    private JsonNode ask(String target, int status) throws IOException {
        Reading reading = reader.read(new ReceivedRequest(
                "GET", target, List.of(new ReceivedRequest.Header("Host", "gateway")), Octets.EMPTY));
        assertThat(reading).isInstanceOf(Reading.PublicQuery.class);
        Reply reply = data.answer((Reading.PublicQuery) reading);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(reply.body().toBytes());
        for (Octets part : reply.more()) {
            whole.write(part.toBytes());
        }
        assertThat(reply.status()).as(whole.toString(StandardCharsets.UTF_8)).isEqualTo(status);
        return JSON.readTree(whole.toByteArray());
    }
}
