package io.countersign.gateway.signature;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.wire.message.Octets;
import io.countersign.wire.seal.WireRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Signatures that Binance's documents, its own clients, or published test keys made: kept, never made anew. */
public final class Vectors {

    private Vectors() {}

    /** One signature over one payload; {@code algorithm} as it is kept. */
    public record Vector(String id, String algorithm, String payload, String signature, JsonNode kept) {

        @Override
        public String toString() {
            return id;
        }

        SignatureRule rule() {
            return publicKey(kept.path("public_key_pem").asText());
        }

        /** The payload cut in two, with the signature at the end of the query or of the body. */
        WireRequest cut(int at, boolean inQuery) {
            return placed(payload.substring(0, at), payload.substring(at), signature, inQuery);
        }
    }

    static Stream<Vector> of(String algorithm) {
        return all().filter(each -> each.algorithm().startsWith(algorithm));
    }

    static Stream<Vector> all() {
        return elements("signature-vectors.json", "/vectors")
                .map(kept -> new Vector(
                        kept.get("id").asText(),
                        kept.get("algorithm").asText(),
                        kept.get("payload").asText(),
                        kept.get("expected_signature").asText(),
                        kept));
    }

    static List<JsonNode> wrong() {
        return elements("signature-vectors.json", "/published_but_unverifiable_or_wrong")
                .toList();
    }

    /** The rule of a PEM file. */
    public static SignatureRule publicKey(String pem) {
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return SignatureRule.of(Optional.of(Octets.of(Base64.getDecoder().decode(base64))));
    }

    static WireRequest placed(String query, String body, String signature, boolean inQuery) {
        String pair = "signature=" + URLEncoder.encode(signature, StandardCharsets.US_ASCII);
        String target = inQuery ? joined(query, pair) : query;
        String rest = inQuery ? body : joined(body, pair);
        return new WireRequest(
                "POST", "/any?" + target, null, "", Octets.of(rest.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static String joined(String part, String pair) {
        return part.isEmpty() ? pair : part + "&" + pair;
    }

    private static Stream<JsonNode> elements(String file, String at) {
        try (InputStream stream = Vectors.class.getResourceAsStream("/binance/" + file)) {
            JsonNode array =
                    new ObjectMapper().readTree(Objects.requireNonNull(stream)).at(at);
            return StreamSupport.stream(array.spliterator(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
