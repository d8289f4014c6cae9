package io.countersign.domain.rule;

import static io.countersign.domain.testing.Samples.BTC;
import static io.countersign.domain.testing.Samples.HOME;
import static io.countersign.domain.testing.Samples.NOON;
import static io.countersign.domain.testing.Samples.OFFICE;
import static io.countersign.domain.testing.Samples.USDT;
import static io.countersign.domain.testing.Samples.aliceHavingReserved;
import static io.countersign.domain.testing.Samples.reserved;
import static io.countersign.domain.testing.Samples.usdt;
import static io.countersign.domain.testing.Samples.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.Reservation;
import io.countersign.domain.account.SpendWindow;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.finding.Verdict;
import io.countersign.domain.money.Amount;
import io.countersign.domain.money.Asset;
import io.countersign.domain.request.Destination;
import io.countersign.domain.request.Transfer;
import io.countersign.domain.testing.RequestSample;
import io.countersign.domain.testing.SamplePolicy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachTest {

    private static final String NOT_APPLICABLE = "does not apply to this request";
    private static final SpendCapRule OF_BTC = cap(new Reach.OfAsset(BTC), SamplePolicy.LAST_24_HOURS);
    private static final SpendCapRule PER_ADDRESS = cap(new Reach.PerAddress(), SamplePolicy.LAST_24_HOURS);
    private static final Destination TAGGED = new Destination("ETH", "0xa11ce", "17");

    @ParameterizedTest(name = "60 of {0} spent, {1} of BTC asked: {2}")
    @CsvSource({
        "BTC,  40,          PASS", // exactly the cap
        "BTC,  40.00000001, REJECT", // one unit past it
        "USDT, 100,         PASS", // another asset does not count, so the whole cap is left
        "USDT, 100.00000001, REJECT", // but no more
        "-,    40,          PASS", // an old journal did not tell the asset: it counts
        "-,    40.00000001, REJECT", // as any other
    })
    void aCapOfAnAssetCountsThatAssetOnly(String spent, String asked, Verdict expected) {
        Account account = aliceHavingReserved(
                new Reservation.Open(usdt("60"), spent.equals("-") ? null : new Asset(spent), HOME, NOON));

        assertThat(OF_BTC.evaluate(bitcoin(asked).input(account, NOON)).verdict())
                .isEqualTo(expected);
    }

    @Test
    void aCapOfAnAssetDoesNotApplyToAnother() {
        Account account = aliceHavingReserved(new Reservation.Open(usdt("100"), BTC, HOME, NOON));

        assertThat(OF_BTC.evaluate(withdrawal(1, "100").input(account, NOON)).sentence())
                .isEqualTo(NOT_APPLICABLE);
    }

    @ParameterizedTest(name = "60 spent, {1} asked of {0}: {2}")
    @CsvSource({
        "home,   40,           PASS", // exactly the cap
        "home,   40.00000001,  REJECT", // one unit past it
        "office, 100,          PASS", // each address has a cap of its own
        "office, 100.00000001, REJECT", // of the same height
        "tagged, 100,          PASS", // another tag is another address
    })
    void aCapPerAddressCountsEachForItself(String to, String asked, Verdict expected) {
        Account account = aliceHavingReserved(reserved("60", NOON));

        assertThat(PER_ADDRESS
                        .evaluate(withdrawal(1, asked).to(address(to)).input(account, NOON))
                        .verdict())
                .isEqualTo(expected);
    }

    @Test
    void aCapPerAddressKnowsNothingOfWhatStaysWithinTheUsersOwnWallets() {
        Account account = aliceHavingReserved(new Reservation.Open(usdt("100"), USDT, null, NOON));

        assertThat(PER_ADDRESS
                        .evaluate(withdrawal(1, "100").to(null).input(account, NOON))
                        .sentence())
                .isEqualTo(NOT_APPLICABLE);
        assertThat(PER_ADDRESS
                        .evaluate(withdrawal(1, "100").input(account, NOON))
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void aCapOfEverythingCountsWhatStaysWithinTheUsersOwnWalletsToo() {
        SpendCapRule all = cap(new Reach.All(), SamplePolicy.LAST_24_HOURS);
        Account account = aliceHavingReserved(new Reservation.Open(usdt("100"), USDT, null, NOON));

        assertThat(all.evaluate(withdrawal(1, "0.00000001").to(null).input(account, NOON))
                        .verdict())
                .isEqualTo(Verdict.REJECT);
    }

    @ParameterizedTest(name = "spent {1} ago in a window of {0}: {2}")
    @CsvSource({
        "P7D,  PT167H59M59.999S, REJECT", // the last millisecond of seven days
        "P7D,  PT168H,           PASS", // left at this very instant
        "P30D, PT719H59M59.999S, REJECT", // the last millisecond of thirty days
        "P30D, PT720H,           PASS", // left at this very instant
        "P30D, PT168H,           REJECT", // longer than a week
    })
    void longerWindowsEndAsExactly(Duration window, Duration ago, Verdict expected) {
        SpendCapRule rule = cap(new Reach.All(), new SpendWindow.Rolling(window));
        Account account = aliceHavingReserved(reserved("100", NOON.minus(ago)));

        assertThat(rule.evaluate(withdrawal(1, "1").input(account, NOON)).verdict())
                .isEqualTo(expected);
    }

    /** What is not counted together is no reason for having no sum. */
    @Test
    void anotherCurrencyOfAnotherAddressDoesNotMix() {
        Account account =
                aliceHavingReserved(new Reservation.Open(Amount.of("1", new Asset("EUR")), USDT, OFFICE, NOON));

        assertThat(PER_ADDRESS
                        .evaluate(withdrawal(1, "100").input(account, NOON))
                        .verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(PER_ADDRESS
                        .evaluate(withdrawal(1, "1").to(OFFICE).input(account, NOON))
                        .verdict())
                .isEqualTo(Verdict.REJECT);
    }

    private static SpendCapRule cap(Reach reach, SpendWindow window) {
        return new SpendCapRule(new RuleId("cap"), usdt("100"), window, reach);
    }

    /** So much of a coin that is worth one USDT. */
    private static RequestSample bitcoin(String amount) {
        return withdrawal(1, "1")
                .moving(new Transfer(Amount.of(amount, BTC), HOME, "order-1"))
                .pricedAt(RequestSample.price(BTC, "1", NOON));
    }

    private static @Nullable Destination address(String name) {
        return switch (name) {
            case "home" -> HOME;
            case "office" -> OFFICE;
            default -> TAGGED;
        };
    }
}
