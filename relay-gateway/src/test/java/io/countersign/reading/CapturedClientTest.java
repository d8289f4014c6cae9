package io.countersign.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What real client libraries sent is let in, unless its values have more than one reading. */
class CapturedClientTest {

    /** Ids, tags, names and questionnaires with signs, on purpose. */
    private static final Set<String> AMBIGUOUS = Set.of("special-characters", "unicode-and-ampersand", "travel-rule");

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void conservativeRequestsAreUnderstood(String name, ReceivedRequest request) {
        Reading reading = KeptRequests.READER.read(request);

        assertThat(reading).as(name).isNotInstanceOf(Reading.Refused.class);
        if (reading instanceof Reading.Understood understood) {
            assertThat(understood.wire().target()).isEqualTo(request.target());
            assertThat(understood.wire().body()).isEqualTo(request.body());
        }
    }

    static Stream<Object[]> conservativeRequestsAreUnderstood() {
        return KeptRequests.captures().stream()
                .filter(CapturedClientTest::isConservative)
                .map(kept -> new Object[] {label(kept), KeptRequests.received(kept)});
    }

    private static boolean isConservative(JsonNode kept) {
        ReceivedRequest request = KeptRequests.received(kept);
        return !AMBIGUOUS.contains(kept.get("scenario").asText())
                && !request.target().contains("amount=1e-7");
    }

    private static String label(JsonNode kept) {
        return "%s, %s, %s"
                .formatted(
                        kept.get("client").asText(),
                        kept.get("key_type").asText(),
                        KeptRequests.received(kept).target().split("\\?", 2)[0]);
    }
}
