package io.countersign.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.gateway.signature.SignatureCheck;
import io.countersign.gateway.signature.SignatureRule;
import io.countersign.gateway.signature.Vectors;
import io.countersign.wire.seal.WireRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What real client libraries signed with published keys: right where they signed what they sent, wrong where they did not. */
class CapturedSignatureTest {

    private static final JsonNode SIGNATURES = load();
    private static final Pattern SIGNATURE = Pattern.compile("(?:^|[&?])signature=([^&]*)");

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aSignatureIsTakenExactlyWhenItIsOverTheOctetsThatWereSent(
            String name, SignatureRule rule, boolean overRawOctets, ReceivedRequest request) {
        WireRequest wire = new WireRequest(request.method(), request.target(), null, "", request.body());

        assertThat(SignatureCheck.refusal(wire, signature(request), rule).isEmpty())
                .as(name)
                .isEqualTo(overRawOctets);
        if (KeptRequests.READER.read(request) instanceof Reading.Understood understood) {
            assertThat(SignatureCheck.refusal(understood.wire(), understood.signature(), rule)
                            .isEmpty())
                    .as(name + ", as the reader has it")
                    .isEqualTo(overRawOctets);
        }
    }

    static Stream<Object[]> aSignatureIsTakenExactlyWhenItIsOverTheOctetsThatWereSent() {
        List<JsonNode> captures = KeptRequests.captures();
        return IntStream.range(0, captures.size())
                .filter(i -> !SIGNATURES.at("/overRawOctets/" + i).isNull())
                .filter(i -> !keyType(captures.get(i)).equals("hmac"))
                .mapToObj(i -> new Object[] {
                    "%s, %s, %d".formatted(captures.get(i).get("client").asText(), keyType(captures.get(i)), i),
                    rule(keyType(captures.get(i))),
                    SIGNATURES.at("/overRawOctets/" + i).asBoolean(),
                    KeptRequests.received(captures.get(i))
                });
    }

    private static String keyType(JsonNode kept) {
        return kept.get("key_type").asText();
    }

    private static SignatureRule rule(String keyType) {
        return Vectors.publicKey(
                SIGNATURES.at("/keys/" + keyType + "_public_pem").asText());
    }

    private static String signature(ReceivedRequest request) {
        String text = request.target() + "&" + new String(request.body().toBytes(), StandardCharsets.ISO_8859_1);
        Matcher found = SIGNATURE.matcher(text);
        assertThat(found.find()).isTrue();
        // A raw plus is base64's here, and no space.
        return URLDecoder.decode(found.group(1).replace("+", "%2B"), StandardCharsets.US_ASCII);
    }

    private static JsonNode load() {
        try (InputStream file = KeptRequests.class.getResourceAsStream("/binance/captured-signatures.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
