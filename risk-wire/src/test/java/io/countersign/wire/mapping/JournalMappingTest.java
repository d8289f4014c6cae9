package io.countersign.wire.mapping;

import static io.countersign.domain.testing.Samples.ALICE;
import static io.countersign.domain.testing.Samples.NOON;
import static io.countersign.domain.testing.Samples.requestId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.domain.account.AccountEvent;
import io.countersign.schema.journal.JournalEntry;
import io.countersign.schema.journal.ReservationReleased;
import io.countersign.wire.chain.JournalChain;
import io.countersign.wire.message.JournalMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalMappingTest {

    private static final JournalMessage SETTLED = new JournalMessage(
            ALICE, 1, JournalChain.genesis(ALICE), new AccountEvent.ReservationSettled(requestId(1), NOON));

    @Test
    void anEntryHoldsItsOneEvent() {
        assertThat(JournalMapping.AVRO.fromAvro().apply(entry())).isEqualTo(SETTLED);
    }

    @Test
    void anEntryWithoutAnEventIsRefused() {
        JournalEntry none =
                JournalEntry.newBuilder(entry()).clearReservationSettled().build();

        assertThatThrownBy(() -> JournalMapping.AVRO.fromAvro().apply(none))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not 0");
    }

    @Test
    void anEntryWithTwoEventsIsRefused() {
        JournalEntry two = JournalEntry.newBuilder(entry())
                .setReservationReleased(new ReservationReleased(requestId(1).value()))
                .build();

        assertThatThrownBy(() -> JournalMapping.AVRO.fromAvro().apply(two))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not 2");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"1E+999999999", "-1", "+1", " 1", "1.", ".5", "", "0x10", "١", "1e3"})
    void aDecimalIsPlain(String text) {
        assertThatThrownBy(() -> Decimals.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static JournalEntry entry() {
        return JournalMapping.AVRO.toAvro().apply(SETTLED);
    }
}
