package io.countersign.sandbox.demo.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.countersign.sandbox.demo.wire.TappedExchange;
import io.countersign.sandbox.standin.http.Json;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What the connector made of one call.
 *
 * @param code Binance's error code as the connector shows it, 0 if it reported no error
 * @param message as the connector shows it, empty if it reported no error
 * @param exchange the octets behind it
 */
public record Answer(int code, String message, TappedExchange exchange) {
    private static final int OK = 200;

    public int status() {
        return exchange.answer().status();
    }

    public boolean isOk() {
        return status() == OK && code == 0;
    }

    /** The body; missing if it is not JSON. */
    public JsonNode json() {
        return Json.read(exchange.answer().text()).orElse(MissingNode.getInstance());
    }

    /** What the risk engine found by a rule that objected. */
    public Optional<String> objection(String rule) {
        return StreamSupport.stream(json().path("findings").spliterator(), false)
                .filter(finding -> finding.path("rule").asText().equals(rule))
                .filter(finding -> !finding.path("verdict").asText().equals("PASS"))
                .map(finding -> finding.path("sentence").asText())
                .findFirst();
    }

    /** In a few words, for a table. */
    public String brief() {
        return code == 0 ? "HTTP " + status() : "HTTP %d, code %d: %s".formatted(status(), code, message);
    }
}
