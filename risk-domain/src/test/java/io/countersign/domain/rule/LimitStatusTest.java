package io.countersign.domain.rule;

import static io.countersign.domain.testing.Samples.BTC;
import static io.countersign.domain.testing.Samples.HOME;
import static io.countersign.domain.testing.Samples.NOON;
import static io.countersign.domain.testing.Samples.OFFICE;
import static io.countersign.domain.testing.Samples.USDT;
import static io.countersign.domain.testing.Samples.alice;
import static io.countersign.domain.testing.Samples.aliceHavingReserved;
import static io.countersign.domain.testing.Samples.reserved;
import static io.countersign.domain.testing.Samples.usdt;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.Reservation;
import io.countersign.domain.account.SpendWindow;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.money.Amount;
import io.countersign.domain.money.Asset;
import io.countersign.domain.testing.SamplePolicy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LimitStatusTest {

    private static final RuleId CAP = new RuleId("cap");
    private static final Instant MIDNIGHT = Instant.parse("2026-11-22T23:00:00Z");

    /** 60 at noon and 10 two hours before, of which Bitcoin to the office 10. */
    private static final Account SPENT = aliceHavingReserved(
            reserved("60", NOON), new Reservation.Open(usdt("10"), BTC, OFFICE, NOON.minus(Duration.ofHours(2))));

    @Test
    void tellsWhatIsUsedAndWhenTheOldestPartOfItIsFree() {
        assertThat(cap(new Reach.All(), SamplePolicy.LAST_24_HOURS).status(SPENT, NOON))
                .containsExactly(used(null, "70", NOON.plus(Duration.ofHours(22)), "the last PT24H"));
        assertThat(cap(new Reach.All(), SamplePolicy.DAY).status(SPENT, NOON))
                .containsExactly(used(null, "70", MIDNIGHT, "the calendar day in Europe/Berlin"));
    }

    @Test
    void whatHasLeftTheWindowIsFree() {
        Instant later = NOON.plus(Duration.ofHours(22));

        assertThat(cap(new Reach.All(), SamplePolicy.LAST_24_HOURS).status(SPENT, later))
                .containsExactly(used(null, "60", NOON.plus(Duration.ofHours(24)), "the last PT24H"));
    }

    @Test
    void anUnusedLimitHasNothingToFree() {
        assertThat(cap(new Reach.All(), SamplePolicy.LAST_24_HOURS).status(alice(), NOON))
                .containsExactly(used(null, "0", null, "the last PT24H"));
    }

    @Test
    void anAssetHasALimitOfItsOwn() {
        assertThat(cap(new Reach.OfAsset(BTC), SamplePolicy.LAST_24_HOURS).status(SPENT, NOON))
                .containsExactly(used("BTC", "10", NOON.plus(Duration.ofHours(22)), "the last PT24H"));
    }

    @Test
    void soHasEachAddress() {
        assertThat(cap(new Reach.PerAddress(), SamplePolicy.LAST_24_HOURS).status(SPENT, NOON))
                .containsExactly(
                        used(HOME.toString(), "60", NOON.plus(Duration.ofHours(24)), "the last PT24H"),
                        used(OFFICE.toString(), "10", NOON.plus(Duration.ofHours(22)), "the last PT24H"));
    }

    @Test
    void anAddressIsNamedOnceAndWhatHasNoneNever() {
        Account account = aliceHavingReserved(
                reserved("1", NOON), reserved("2", NOON), new Reservation.Open(usdt("4"), USDT, null, NOON));

        assertThat(cap(new Reach.PerAddress(), SamplePolicy.LAST_24_HOURS).status(account, NOON))
                .extracting(LimitStatus::of, LimitStatus::used)
                .containsExactly(org.assertj.core.api.Assertions.tuple(HOME.toString(), new BigDecimal("3")));
    }

    @Test
    void anotherCurrencyLeavesNothing() {
        Account account = aliceHavingReserved(
                reserved("1", NOON), new Reservation.Open(Amount.of("1", new Asset("EUR")), USDT, HOME, NOON));

        LimitStatus status = cap(new Reach.All(), SamplePolicy.LAST_24_HOURS)
                .status(account, NOON)
                .getFirst();

        assertThat(status).isEqualTo(used(null, null, NOON.plus(Duration.ofHours(24)), "the last PT24H"));
        assertThat(status.left()).isZero();
    }

    @Test
    void whatIsLeftIsNeverLessThanNothing() {
        SpendCapRule cap = cap(new Reach.All(), SamplePolicy.LAST_24_HOURS);

        assertThat(cap.status(SPENT, NOON).getFirst().left()).isEqualByComparingTo("30");
        assertThat(cap.status(aliceHavingReserved(reserved("100.00000001", NOON)), NOON)
                        .getFirst()
                        .left())
                .isZero();
    }

    @Test
    void aNumberOfTransfersIsALimitToo() {
        assertThat(new CountCapRule(CAP, 5, SamplePolicy.LAST_24_HOURS).status(SPENT, NOON))
                .containsExactly(new LimitStatus(
                        CAP,
                        null,
                        "transfers",
                        "the last PT24H",
                        BigDecimal.valueOf(5),
                        BigDecimal.valueOf(2),
                        NOON.plus(Duration.ofHours(22))));
    }

    @Test
    void oneTransferUsesNothingUp() {
        assertThat(new PerTransactionCapRule(usdt("100")).status(SPENT, NOON))
                .containsExactly(new LimitStatus(
                        PerTransactionCapRule.ID,
                        null,
                        "USDT",
                        "one transfer",
                        new BigDecimal("100"),
                        BigDecimal.ZERO,
                        null));
    }

    private static SpendCapRule cap(Reach reach, SpendWindow window) {
        return new SpendCapRule(CAP, usdt("100"), window, reach);
    }

    private static LimitStatus used(
            @Nullable String of, @Nullable String used, @Nullable Instant nextFreeAt, String window) {
        return new LimitStatus(
                CAP, of, "USDT", window, new BigDecimal("100"), used == null ? null : new BigDecimal(used), nextFreeAt);
    }
}
