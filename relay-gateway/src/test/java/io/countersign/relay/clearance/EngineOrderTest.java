package io.countersign.relay.clearance;

import static io.countersign.relay.testing.Approvals.ALICE;
import static io.countersign.relay.testing.Approvals.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.id.AccountId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EngineOrderTest {

    private static final AccountId BOB = new AccountId("bob");

    private final EngineOrder order = new EngineOrder();

    @Test
    void whatComesAfterALaterOneIsOutOfOrder() {
        assertThat(order.isNext(ALICE, NOON)).isTrue();
        assertThat(order.isNext(ALICE, NOON.minusMillis(1))).isFalse();
        assertThat(order.isNext(ALICE, NOON)).isTrue();
        assertThat(order.isNext(ALICE, NOON.plusMillis(1))).isTrue();
    }

    @Test
    void eachAccountHasItsOwnOrder() {
        assertThat(order.isNext(ALICE, NOON)).isTrue();
        assertThat(order.isNext(BOB, NOON.minusSeconds(1))).isTrue();
        assertThat(order.isNext(ALICE, NOON.minusSeconds(1))).isFalse();
    }

    @Test
    void whatIsOutOfOrderDoesNotMoveIt() {
        assertThat(order.isNext(ALICE, NOON)).isTrue();
        assertThat(order.isNext(ALICE, NOON.minusSeconds(2))).isFalse();
        assertThat(order.isNext(ALICE, NOON.minusSeconds(1))).isFalse();
    }

    @Test
    void whatNoSignatureOutlivesIsForgotten() {
        Duration longer = EngineOrder.MEMORY.plusMillis(1);
        assertThat(order.isNext(ALICE, NOON)).isTrue();

        assertThat(order.isNext(BOB, NOON.plus(EngineOrder.MEMORY))).isTrue();
        assertThat(order.remembered()).isEqualTo(2);
        assertThat(order.isNext(BOB, NOON.plus(longer))).isTrue();
        assertThat(order.remembered()).isEqualTo(1);
    }
}
