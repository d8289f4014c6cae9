package io.countersign.sandbox.demo.world;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.wire.message.Octets;
import io.countersign.wire.seal.WireRequest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/**
 * A request as it arrived at the stand-in.
 *
 * @param headerNames in lower case
 * @param withdrawalId empty if it moved nothing
 * @param status that was answered; 0 for none
 */
public record ReceivedRequest(
        WireRequest wire, List<String> headerNames, Octets raw, boolean executed, String withdrawalId, int status) {
    public ReceivedRequest {
        headerNames = List.copyOf(headerNames);
    }

    static ReceivedRequest of(JsonNode node) {
        List<JsonNode> headers =
                StreamSupport.stream(node.path("headers").spliterator(), false).toList();
        String contentType = value(headers, "content-type");
        WireRequest wire = new WireRequest(
                node.path("method").asText(),
                node.path("target").asText(),
                contentType.isEmpty() ? null : contentType,
                value(headers, "x-mbx-apikey"),
                octets(node.path("bodyBase64")));
        return new ReceivedRequest(
                wire,
                headers.stream().map(ReceivedRequest::name).toList(),
                octets(node.path("rawBase64")),
                node.path("executed").asBoolean(),
                node.path("withdrawalId").asText(""),
                node.path("status").asInt());
    }

    /** Whether it came with somebody's API key, and so from somebody's phone. */
    public boolean isSigned() {
        return !wire.apiKey().isEmpty();
    }

    private static String value(List<JsonNode> headers, String name) {
        return headers.stream()
                .filter(header -> name(header).equals(name))
                .map(header -> header.path("value").asText())
                .findFirst()
                .orElse("");
    }

    private static String name(JsonNode header) {
        return header.path("name").asText().toLowerCase(Locale.ROOT);
    }

    private static Octets octets(JsonNode base64) {
        return Octets.of(Base64.getDecoder().decode(base64.asText()));
    }
}
