package io.countersign.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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

    @Test
    void aMovedCutIsTheSameRequest() {
        Reading.Understood query = understood("F20-pipelined-second-withdraw");
        Reading.Understood body = understood("Y02-same-bytes-other-placement");

        assertThat(RequestNaming.name(body)).isEqualTo(RequestNaming.name(query));
        assertThat(body.wire()).isNotEqualTo(query.wire());
    }

    @Test
    void anotherKeyIsAnotherRequest() {
        Reading.Understood ed25519 = understood("F20-pipelined-second-withdraw");
        Reading.Understood hmac = understood("C05-hmac-uppercase-hex");

        assertThat(RequestNaming.name(hmac)).isNotEqualTo(RequestNaming.name(ed25519));
    }

    private static Reading.Understood understood(String id) {
        Reading reading = KeptRequests.READER.read(KeptRequests.received(KeptRequests.attack(id)));
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return (Reading.Understood) reading;
    }
}
