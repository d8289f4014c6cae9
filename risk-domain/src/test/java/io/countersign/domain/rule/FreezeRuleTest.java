package io.countersign.domain.rule;

import static io.countersign.domain.testing.Samples.BTC;
import static io.countersign.domain.testing.Samples.NOON;
import static io.countersign.domain.testing.Samples.USDT;
import static io.countersign.domain.testing.Samples.alice;
import static io.countersign.domain.testing.Samples.controlId;
import static io.countersign.domain.testing.Samples.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.Circumstances;
import io.countersign.domain.control.Authority;
import io.countersign.domain.control.EndpointClass;
import io.countersign.domain.control.Freeze;
import io.countersign.domain.control.FreezeScope;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.Verdict;
import io.countersign.domain.testing.RequestSample;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreezeRuleTest {

    private static final FreezeRule RULE = new FreezeRule();
    private static final FreezeScope EVERYTHING = new FreezeScope.Everything();

    @Test
    void anAccountThatIsNotFrozenPasses() {
        assertThat(RULE.evaluate(withdrawal(1, "1").input(alice(), NOON)).verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void aFrozenAccountIsRefusedWithTheReason() {
        Finding finding = RULE.evaluate(withdrawal(1, "1").input(frozen(EVERYTHING, null), NOON));

        assertThat(finding.verdict()).isEqualTo(Verdict.REJECT);
        assertThat(finding.sentence()).isEqualTo("a freeze of everything: lost phone");
    }

    @ParameterizedTest(name = "a freeze of {0} refuses a withdrawal {1}, an unclear move {2}, a read {3}")
    @CsvSource({
        "everything,   true,  true,  true", // reads too
        "funds,        true,  true,  false", // what moves funds, understood or not
        "reads,        false, false, true", // nothing but reads
        "USDT,         true,  false, false", // the asset of the withdrawal
        "BTC,          false, false, false", // another asset
    })
    void coversItsScope(String scope, boolean withdrawal, boolean unclear, boolean read) {
        assertThat(refuses(scope(scope), withdrawal(1, "1"))).isEqualTo(withdrawal);
        assertThat(refuses(scope(scope), withdrawal(1, "1").moving(null))).isEqualTo(unclear);
        assertThat(refuses(scope(scope), RequestSample.balances(1))).isEqualTo(read);
    }

    @Test
    void aTransferIsNoReadWhateverIsSaidOfItsEndpoint() {
        RequestSample request = withdrawal(1, "1").movingFunds(false);

        assertThat(refuses(scope("funds"), request)).isTrue();
        assertThat(refuses(scope("reads"), request)).isFalse();
    }

    @ParameterizedTest(name = "at {0}: {1}")
    @CsvSource({
        "2026-11-22T12:59:59.999Z, REJECT", // the last millisecond
        "2026-11-22T13:00:00Z,     PASS", // over at its end
    })
    void aFreezeEndsByItself(Instant now, Verdict expected) {
        Instant until = Instant.parse("2026-11-22T13:00:00Z");

        assertThat(RULE.evaluate(withdrawal(1, "1").input(frozen(EVERYTHING, until), now))
                        .verdict())
                .isEqualTo(expected);
        assertThat(RULE.evaluate(inHouse(freeze(1, EVERYTHING, until), withdrawal(1, "1"), now))
                        .verdict())
                .isEqualTo(expected);
    }

    @Test
    void aFreezeForEveryoneHoldsForTheAccount() {
        Freeze ofBitcoin = freeze(1, new FreezeScope.OfAsset(BTC), null);
        Freeze ofTether = freeze(2, new FreezeScope.OfAsset(USDT), null);

        assertThat(RULE.evaluate(inHouse(ofBitcoin, withdrawal(1, "1"), NOON)).verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(RULE.evaluate(inHouse(ofTether, withdrawal(1, "1"), NOON)).verdict())
                .isEqualTo(Verdict.REJECT);
    }

    @Test
    void eachOfSeveralFreezesHolds() {
        Account account = frozen(scope("reads"), null)
                .evolve(new AccountEvent.AccountFrozen(
                        controlId(2), "", Authority.OFFICER, scope("USDT"), "a doubt", null, NOON));

        assertThat(RULE.evaluate(withdrawal(1, "1").input(account, NOON)).sentence())
                .isEqualTo("a freeze of transfers of USDT: a doubt");
        assertThat(RULE.evaluate(RequestSample.balances(1).input(account, NOON)).verdict())
                .isEqualTo(Verdict.REJECT);
    }

    private static boolean refuses(FreezeScope scope, RequestSample request) {
        return RULE.evaluate(request.input(frozen(scope, null), NOON)).verdict() == Verdict.REJECT;
    }

    private static FreezeScope scope(String name) {
        return switch (name) {
            case "everything" -> EVERYTHING;
            case "funds" -> new FreezeScope.OfEndpoints(EndpointClass.FUND_MOVING);
            case "reads" -> new FreezeScope.OfEndpoints(EndpointClass.READING);
            case "USDT" -> new FreezeScope.OfAsset(USDT);
            default -> new FreezeScope.OfAsset(BTC);
        };
    }

    private static RuleInput inHouse(Freeze freeze, RequestSample request, Instant now) {
        return new RuleInput(request.facts(), alice(), new Circumstances(0, List.of(freeze)), now);
    }

    private static Freeze freeze(long n, FreezeScope scope, @Nullable Instant until) {
        return new Freeze(controlId(n), scope, "an incident", "officer", NOON, until);
    }

    private static Account frozen(FreezeScope scope, @Nullable Instant until) {
        return alice().evolve(new AccountEvent.AccountFrozen(
                controlId(1), "", Authority.OFFICER, scope, "lost phone", until, NOON));
    }
}
