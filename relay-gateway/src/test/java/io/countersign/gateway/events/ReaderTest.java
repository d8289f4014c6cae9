package io.countersign.gateway.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.id.AccountId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReaderTest {

    private static final Instant END = Instant.parse("2030-01-01T12:00:00Z");

    @Test
    void aReaderIsOverAtItsEndAndNotBefore() {
        Reader reader = new Reader(new AccountId("alice"), END, Cursor.START, 1);

        assertThat(reader.isOver(END.minusNanos(1))).isFalse();
        assertThat(reader.isOver(END)).isTrue();
    }
}
