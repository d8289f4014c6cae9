package io.countersign.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kept attack, read at the instant for which it was made. */
class AttackTest {

    private static final Instant NOW = Instant.ofEpochMilli(1_736_393_892_500L);
    private static final Set<String> READABLE = Set.of("relay", "relay-once");

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void everyAttackIsReadAsExpected(String id, String expected, JsonNode kept) {
        Reading reading = KeptRequests.READER.read(KeptRequests.received(kept));

        boolean passes = reading instanceof Reading.Understood understood
                && !understood.window().isAhead(NOW);
        if (!expected.equals("relay-or-refuse")) {
            assertThat(passes).as(reading.toString()).isEqualTo(READABLE.contains(expected));
        }
    }

    static Stream<Object[]> everyAttackIsReadAsExpected() {
        return KeptRequests.attacks().stream().map(kept -> new Object[] {
            kept.get("id").asText(), kept.get("expected_action").asText(), kept
        });
    }
}
