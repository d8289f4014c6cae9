package io.countersign.wire.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.behaviour.Baseline;
import io.countersign.domain.behaviour.Observation;
import io.countersign.domain.money.Amount;
import io.countersign.domain.money.Asset;
import io.countersign.domain.request.Destination;
import io.countersign.wire.codec.SingleObjectFraming;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BaselineMappingTest {

    private static final SingleObjectFraming FRAMING = new SingleObjectFraming();
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("io.countersign.domain.testing.Seeds#fewSeeds")
    void everyBaselineComesBackInTheSameOrder(long seed) {
        Baseline baseline = learned(new Random(seed), 50, 40);

        assertThat(again(baseline)).isEqualTo(baseline).hasToString(baseline.toString());
    }

    @Test
    void nothingLearntIsNothingStored() {
        assertThat(BaselineMapping.toAvro(Baseline.NONE)).isNull();
        assertThat(BaselineMapping.fromAvro(null)).isEqualTo(Baseline.NONE);
    }

    @Test
    void aTypicalAccountTakesUpAtMostThreeHundredBytes() {
        assertThat(octets(learned(new Random(1), 200, 3))).hasSizeLessThanOrEqualTo(300);
    }

    private static Baseline learned(Random random, int transfers, int destinations) {
        Baseline baseline = Baseline.NONE;
        Instant at = START;
        for (int i = 0; i < transfers; i++) {
            at = at.plusMillis(random.nextLong(1, 864_000_000));
            Amount worth = new Amount(BigDecimal.valueOf(random.nextLong(1_000_000), 2), new Asset("USDT"));
            String address = "0x%040x".formatted(random.nextInt(destinations));
            baseline = baseline.learned(new Observation(worth, new Destination("ETH", address, null), at));
        }
        return baseline;
    }

    private static Baseline again(Baseline baseline) {
        return BaselineMapping.fromAvro(
                FRAMING.unframe("any", octets(baseline), io.countersign.schema.state.Baseline.class));
    }

    private static byte[] octets(Baseline baseline) {
        return FRAMING.frame("any", Objects.requireNonNull(BaselineMapping.toAvro(baseline)));
    }
}
