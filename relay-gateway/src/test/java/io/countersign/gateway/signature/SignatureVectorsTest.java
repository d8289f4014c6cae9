package io.countersign.gateway.signature;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.gateway.answer.Problem;
import io.countersign.gateway.signature.Vectors.Vector;
import io.countersign.wire.seal.WireRequest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SignatureVectorsTest {

    private static final SignatureRule NO_KEY = new SignatureRule.Unverifiable();

    static Stream<Vector> verifiable() {
        return Stream.concat(Vectors.of("Ed25519"), Vectors.of("RSASSA"));
    }

    static Stream<Vector> hmac() {
        return Vectors.of("HMAC");
    }

    @Test
    void everyKeptVectorIsRun() {
        assertThat(verifiable().count() + hmac().count())
                .isEqualTo(Vectors.all().count())
                .isEqualTo(61);
    }

    /** Query, body and any cut between them are one payload, and the signature may stand in either part. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("verifiable")
    void aRightSignaturePassesWhereverThePayloadIsCut(Vector vector) {
        for (int cut = 0; cut <= vector.payload().length(); cut++) {
            assertThat(refusal(vector.cut(cut, true), vector))
                    .as("cut at %d", cut)
                    .isEmpty();
            assertThat(refusal(vector.cut(cut, false), vector))
                    .as("cut at %d", cut)
                    .isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("verifiable")
    void anyOtherOctetIsRefused(Vector vector) {
        for (int i = 0; i < vector.payload().length(); i++) {
            StringBuilder changed = new StringBuilder(vector.payload());
            changed.setCharAt(i, changed.charAt(i) == 'x' ? 'y' : 'x');
            for (int cut : List.of(0, changed.length())) {
                WireRequest tampered =
                        Vectors.placed(changed.substring(0, cut), changed.substring(cut), vector.signature(), cut > 0);
                assertThat(refusal(tampered, vector))
                        .as("octet %d, cut at %d", i, cut)
                        .isPresent();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("verifiable")
    void anOctetMoreOrLessIsRefused(Vector vector) {
        String payload = vector.payload();

        for (String other : List.of(payload + "&", payload + "0", payload.substring(1), "&" + payload)) {
            assertThat(refusal(Vectors.placed(other, "", vector.signature(), true), vector))
                    .isPresent();
            assertThat(refusal(Vectors.placed("", other, vector.signature(), false), vector))
                    .isPresent();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("verifiable")
    void theSignatureOfAnotherKindOrKeyIsRefused(Vector vector) {
        WireRequest wire = vector.cut(0, false);
        String other = verifiable()
                .filter(each -> each.payload().equals(vector.payload()) && !each.equals(vector))
                .findFirst()
                .orElseThrow()
                .signature();

        for (String signature : List.of("a1".repeat(32), other, flipped(vector.signature()))) {
            Optional<Problem> refused = SignatureCheck.refusal(wire, signature, vector.rule());
            assertThat(refused).get().satisfies(problem -> {
                assertThat(problem.type()).endsWith(":invalid-signature");
                assertThat(problem.status()).isEqualTo(400);
                assertThat(problem.code()).isEqualTo(-1022);
                assertThat(problem.detail()).doesNotContain(signature);
            });
        }
        assertThat(SignatureCheck.refusal(wire, "a1".repeat(32), vector.rule()))
                .get()
                .extracting(Problem::detail)
                .asString()
                .as("the remedy")
                .contains("this API key signs with");
        assertThat(SignatureCheck.refusal(wire, vector.signature(), NO_KEY)).isEmpty();
        assertThat(SignatureCheck.refusal(wire, vector.signature(), new SignatureRule.Unusable()))
                .isPresent();
    }

    /** The payload is put together as Binance does it; whether the signature is right nobody here can tell. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("hmac")
    void anHmacSignatureIsPlacedAndCannotBeVerified(Vector vector) throws Exception {
        JsonNode placement = vector.kept().path("placement");
        boolean inQuery = placement.path("query").isTextual();
        WireRequest wire = placement.isMissingNode()
                ? vector.cut(vector.payload().length(), true)
                : Vectors.placed(
                        inQuery ? placement.get("query").asText() : "",
                        placement.path("body").isTextual()
                                ? placement.get("body").asText()
                                : "",
                        vector.signature(),
                        inQuery);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(vector.kept().get("secret").asText().getBytes(US_ASCII), "HmacSHA256"));

        assertThat(new String(SignedPayload.of(wire), ISO_8859_1)).isEqualTo(vector.payload());
        assertThat(HexFormat.of().formatHex(mac.doFinal(SignedPayload.of(wire))))
                .isEqualToIgnoringCase(vector.signature());
        assertThat(SignatureCheck.refusal(wire, vector.signature(), NO_KEY)).isEmpty();
        assertThat(SignatureCheck.refusal(wire, "0".repeat(64), NO_KEY)).isEmpty();
        assertThat(SignatureCheck.refusal(wire, vector.signature(), anyKey())).isPresent();
    }

    /** Binance's documents print signatures that are not what they are said to be. */
    @Test
    void whatIsPublishedWronglyIsRefused() {
        for (JsonNode kept : Vectors.wrong()) {
            String signature = kept.path("published_signature_base64").asText();
            if (signature.isEmpty() || signature.length() % 4 != 0) {
                continue;
            }
            WireRequest wire = Vectors.placed(kept.path("payload").asText(""), "", signature, true);
            assertThat(verifiable().map(each -> SignatureCheck.refusal(wire, signature, each.rule())))
                    .allSatisfy(refused -> assertThat(refused).isPresent());
        }
    }

    private static SignatureRule anyKey() {
        return verifiable().findFirst().orElseThrow().rule();
    }

    private static Optional<Problem> refusal(WireRequest wire, Vector vector) {
        return SignatureCheck.refusal(wire, vector.signature(), vector.rule());
    }

    private static String flipped(String base64) {
        return (base64.charAt(0) == 'A' ? 'B' : 'A') + base64.substring(1);
    }
}
