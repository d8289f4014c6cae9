package io.countersign.relay.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.wire.message.Octets;
import io.countersign.wire.message.ReferenceMessage.ExchangeRules;
import io.countersign.wire.message.ReferenceMessage.ExchangeSymbol;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeInfoTest {

    @Test
    void everySymbolIsHandedOverInOrderAndAsItWas() throws IOException {
        List<ExchangeSymbol> seen = new ArrayList<>();

        ExchangeRules rules = ExchangeInfo.read(json("""
                        {"timezone":"UTC","serverTime":1,"rateLimits":[{"limit":6000}],"exchangeFilters":[],
                         "sors":[{"symbols":["A"]}],
                         "symbols":[{"symbol":"ZUSDT","x":1.50},{"symbol":"AUSDT","y":[1, {"symbol":"no"}]}]}"""), seen::add);

        assertThat(rules).isEqualTo(new ExchangeRules("UTC", "[{\"limit\":6000}]", "[]", List.of("ZUSDT", "AUSDT")));
        assertThat(seen)
                .containsExactly(
                        new ExchangeSymbol("ZUSDT", "{\"symbol\":\"ZUSDT\",\"x\":1.50}"),
                        new ExchangeSymbol("AUSDT", "{\"symbol\":\"AUSDT\",\"y\":[1,{\"symbol\":\"no\"}]}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "[]",
                "{}",
                "{\"symbols\":[]}",
                "{\"symbols\":{\"symbol\":\"A\"}}",
                "{\"symbols\":[{\"symbol\":\"A\"}",
                "{\"symbols\":[{\"symbol\":\"A\"}]",
                "{\"symbols\":[{\"symbol\":\"A\"},7]}",
                "{\"symbols\":[{\"symbol\":\"A\"},{\"symbol\":\"A\"}]}",
                "{\"symbols\":[{\"symbol\":\"\"}]}",
                "{\"rateLimits\":{},\"symbols\":[{\"symbol\":\"A\"}]}",
                "{\"timezone\":\"\\\",\\\"x\",\"symbols\":[{\"symbol\":\"A\"}]}",
            })
    void whatIsNotAsDocumentedIsNone(String body) {
        assertThatThrownBy(() -> ExchangeInfo.read(json(body), symbol -> {})).isInstanceOf(IOException.class);
    }

    @Test
    void whatIsTooMuchIsNone() {
        String longest = "x".repeat(ExchangeInfo.LONGEST_SYMBOL);
        StringBuilder many = new StringBuilder("{\"symbols\":[{\"symbol\":\"S\"}");
        for (int i = 0; i < ExchangeInfo.MOST_SYMBOLS; i++) {
            many.append(",{\"symbol\":\"S").append(i).append("\"}");
        }

        assertThatThrownBy(() -> ExchangeInfo.read(json(many + "]}"), symbol -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("more than");
        assertThatThrownBy(() -> ExchangeInfo.read(
                        json("{\"symbols\":[{\"symbol\":\"A\",\"x\":\"%s\"}]}".formatted(longest)), symbol -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("longer than any");
    }

    private static Octets json(String text) {
        return Octets.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
