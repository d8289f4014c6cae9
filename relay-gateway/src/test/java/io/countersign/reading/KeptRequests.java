package io.countersign.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.reading.ReceivedRequest.Header;
import io.countersign.wire.message.Octets;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Kept requests: attacks, and what real clients sent, octet for octet. */
final class KeptRequests {

    static final StrictReader READER =
            new StrictReader(EndpointCatalogue.load(), Set.of("gateway.test", "127.0.0.1", "localhost"));

    private KeptRequests() {}

    static List<JsonNode> attacks() {
        return elements(load("adversarial-requests.json").get("cases"));
    }

    static List<JsonNode> captures() {
        return elements(load("captured-requests.json"));
    }

    static JsonNode attack(String id) {
        return attacks().stream()
                .filter(kept -> kept.get("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The request as an HTTP server hands it over. */
    static ReceivedRequest received(JsonNode kept) {
        if (kept.has("raw_base64") && !kept.has("body_generator")) {
            return parse(Base64.getDecoder().decode(kept.get("raw_base64").asText()));
        }
        List<Header> headers = new ArrayList<>();
        kept.get("headers")
                .forEach(header -> headers.add(
                        new Header(header.get(0).asText(), header.get(1).asText())));
        String target = kept.get("target").asText().replace("{REPEAT A x 65536}", "A".repeat(65536));
        byte[] body = kept.path("body").asText("").getBytes(StandardCharsets.ISO_8859_1);
        return new ReceivedRequest(kept.get("method").asText(), target, headers, Octets.of(body));
    }

    private static ReceivedRequest parse(byte[] raw) {
        String text = new String(raw, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        List<String> lines = List.of(text.substring(0, end).split("\r\n", -1));
        String line = lines.getFirst();
        int first = line.indexOf(' ');
        List<Header> headers = lines.stream()
                .skip(1)
                .map(header -> header.split(":", 2))
                .map(header -> new Header(header[0], header[1].strip()))
                .toList();
        String body = text.substring(end + 4);
        String announced = headers.stream()
                .filter(header -> header.name().equalsIgnoreCase("content-length"))
                .map(Header::value)
                .filter(value -> value.matches("[0-9]+"))
                .findFirst()
                .orElse(Integer.toString(body.length()));
        body = body.substring(0, Math.min(body.length(), Integer.parseInt(announced)));
        return new ReceivedRequest(
                line.substring(0, first),
                line.substring(first + 1, line.lastIndexOf(' ')),
                headers,
                Octets.of(body.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static JsonNode load(String name) {
        try (InputStream file = KeptRequests.class.getResourceAsStream("/binance/" + name)) {
            return new ObjectMapper().readTree(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
