package io.countersign.relay.clearance;

import static io.countersign.relay.testing.Approvals.NOON;
import static io.countersign.relay.testing.Approvals.WIRE;
import static io.countersign.relay.testing.Approvals.facts;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.request.RequestFacts;
import io.countersign.relay.testing.Approvals;
import io.countersign.wire.message.DecisionBody;
import io.countersign.wire.message.Octets;
import io.countersign.wire.seal.SealedRequests;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A hostile gateway can seal anything, name its digest, and have it approved. It must not stop the relay. */
class SealedGarbageTest {

    private static final Instant DEADLINE = NOON.plusSeconds(5);
    private static final int[] FLIPPED = {0x01, 0x80, 0xff, 0x40, 0x02};

    private static final int HEADER = 10;

    /** Avro for a text of nearly one gigabyte. */
    private static final byte[] HUGE_LENGTH = {(byte) 0x80, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x07};

    private final Desk desk = new Desk(Duration.ZERO);
    private final Approvals approvals = desk.approvals();

    @Test
    void everyOctetMayBeAnything() {
        byte[] good = SealedRequests.encode(WIRE).toBytes();

        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= (byte) FLIPPED[i % FLIPPED.length];
            assertThat(rule(Octets.of(bad)))
                    .as("octet %d", i)
                    .isInstanceOfAny(Ruling.Send.class, Ruling.Withhold.class);
        }
    }

    @Test
    void aLengthIsNotBelievedBeforeItsOctetsAreThere() {
        byte[] good = SealedRequests.encode(WIRE).toBytes();
        byte[] bad = Arrays.copyOf(good, HEADER + HUGE_LENGTH.length);
        System.arraycopy(HUGE_LENGTH, 0, bad, HEADER, HUGE_LENGTH.length);

        assertThat(rule(Octets.of(bad)))
                .isInstanceOfSatisfying(Ruling.Withhold.class, withhold -> assertThat(withhold.reason())
                        .contains("maximum"));
    }

    private Ruling rule(Octets encoded) {
        RequestFacts read = facts(DEADLINE);
        RequestFacts named = new RequestFacts(
                read.id(),
                read.account(),
                read.connection(),
                read.endpoint(),
                read.movesFunds(),
                read.transfer(),
                read.price(),
                read.intent(),
                SealedRequests.digest(encoded),
                read.deadline(),
                read.receivedAt());
        Octets sealed = SealedRequests.seal(approvals.sealer(), named.account(), named.id(), encoded);
        DecisionBody body = Approvals.body(named, sealed);
        return desk.rule(body, NOON);
    }
}
