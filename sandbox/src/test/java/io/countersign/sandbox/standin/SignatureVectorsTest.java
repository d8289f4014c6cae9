package io.countersign.sandbox.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.sandbox.standin.http.Octets;
import io.countersign.sandbox.standin.http.WireRequest;
import io.countersign.sandbox.standin.signing.Parameters;
import io.countersign.sandbox.standin.signing.PublicKeyReader;
import io.countersign.sandbox.standin.signing.VerificationKey;
import io.countersign.sandbox.standin.signing.VerificationKey.HmacSecret;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every published signature that can be checked, and each of them spoilt. */
class SignatureVectorsTest {

    /** A vector as a request, with the signature pair where the vector has room for it. */
    record Vector(String id, VerificationKey key, String query, String body, String signature) {

        @Override
        public String toString() {
            return id;
        }
    }

    static Stream<Vector> vectors() throws IOException {
        try (InputStream file = SignatureVectorsTest.class.getResourceAsStream("/binance/signature-vectors.json")) {
            JsonNode vectors =
                    new ObjectMapper().readTree(Objects.requireNonNull(file)).path("vectors");
            return StreamSupport.stream(vectors.spliterator(), false).map(SignatureVectorsTest::read);
        }
    }

    private static Vector read(JsonNode node) {
        JsonNode placement = node.path("placement");
        String query = placement.isMissingNode()
                ? node.path("payload").asText()
                : placement.path("query").asText("");
        String signature = node.has("expected_signature_percent_encoded")
                ? node.path("expected_signature_percent_encoded").asText()
                : node.path("expected_signature").asText();
        VerificationKey key = node.has("secret")
                ? new HmacSecret(Octets.utf8(node.path("secret").asText()))
                : PublicKeyReader.read(node.path("public_key_pem").asText()).orElseThrow();
        return new Vector(
                node.path("id").asText(),
                key,
                nullAsEmpty(query),
                nullAsEmpty(placement.path("body").asText("")),
                signature);
    }

    private static String nullAsEmpty(String text) {
        return text.equals("null") ? "" : text;
    }

    @Test
    void allOfThemAreHere() throws IOException {
        assertThat(vectors()).hasSize(61);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void verifiesWhereverTheSignatureStands(Vector vector) {
        String pair = "signature=" + vector.signature();

        for (WireRequest request : List.of(
                post(joined(vector.query(), pair), vector.body()),
                post(joined(pair, vector.query()), vector.body()),
                post(vector.query(), joined(vector.body(), pair)))) {
            assertThat(verifies(vector, request)).as(request.target()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void doesNotVerifyWithOneOctetChanged(Vector vector) {
        String pair = "signature=" + vector.signature();
        String spoilt = vector.query().isEmpty() ? "x=1" : 'X' + vector.query().substring(1);

        assertThat(verifies(vector, post(joined(spoilt, pair), vector.body()))).isFalse();
        assertThat(verifies(vector, post(joined(vector.query(), pair), vector.body() + '&')))
                .isFalse();
    }

    private static boolean verifies(Vector vector, WireRequest request) {
        Parameters parameters = Parameters.of(request);
        return vector.key()
                .verifies(parameters.signedOctets(), parameters.signature().orElseThrow());
    }

    private static String joined(String first, String second) {
        return first.isEmpty() ? second : second.isEmpty() ? first : first + '&' + second;
    }

    private static WireRequest post(String query, String body) {
        return new WireRequest(0, Octets.NONE, "POST", "/x?" + query, List.of(), Octets.utf8(body), "127.0.0.1");
    }
}
