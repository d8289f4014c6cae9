package io.countersign.relay.clearance;

import static io.countersign.relay.testing.Approvals.FIRST;
import static io.countersign.relay.testing.Approvals.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.id.RequestId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SingleUseTest {

    private static final Instant DEADLINE = NOON.plusSeconds(60);

    private final SingleUse uses = new SingleUse();

    @Test
    void aRequestIsUsedOnce() {
        assertThat(uses.claim(FIRST, DEADLINE, NOON)).isTrue();
        assertThat(uses.claim(FIRST, DEADLINE, NOON)).isFalse();
    }

    @Test
    void itIsRememberedBeyondItsDeadline() {
        uses.claim(FIRST, DEADLINE, NOON);

        assertThat(uses.claim(FIRST, DEADLINE, DEADLINE.plus(SingleUse.MEMORY))).isFalse();
    }

    @Test
    void whatIsDoubtfulByThenIsForgotten() {
        uses.claim(FIRST, DEADLINE, NOON);
        Instant later = DEADLINE.plus(SingleUse.MEMORY).plusMillis(1);

        uses.claim(new RequestId("f".repeat(32)), later, later);

        assertThat(uses.remembered()).isEqualTo(1);
    }

    @Test
    void anEndlessDeadlineIsNotRememberedEndlessly() {
        uses.claim(FIRST, Instant.parse("9999-01-01T00:00:00Z"), NOON);
        Instant later = NOON.plus(SingleUse.MEMORY).plus(Duration.ofMinutes(3));

        uses.claim(new RequestId("f".repeat(32)), later, later);

        assertThat(uses.remembered()).isEqualTo(1);
    }
}
