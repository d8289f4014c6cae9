package io.countersign.wire.policy.custom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.Activity;
import io.countersign.domain.account.Circumstances;
import io.countersign.domain.account.Exposure;
import io.countersign.domain.account.Reservation;
import io.countersign.domain.account.Standing;
import io.countersign.domain.behaviour.Baseline;
import io.countersign.domain.behaviour.Observation;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.finding.Verdict;
import io.countersign.domain.money.Amount;
import io.countersign.domain.money.Asset;
import io.countersign.domain.request.Destination;
import io.countersign.domain.request.Transfer;
import io.countersign.domain.rule.RuleInput;
import io.countersign.domain.testing.RequestSample;
import io.countersign.domain.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomRuleTest {

    /** Samples.NOON, when phone and address were added, and a day and a half. */
    private static final Instant NOW = Instant.parse("2026-11-24T00:30:00Z");

    private static final Terms TERMS = new Terms(Samples.USDT, ZoneId.of("Europe/Berlin"));
    private static final RuleId ID = new RuleId("custom-test");

    /** Each fact has the value of this one situation, and no other. */
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "endpoint.method, 'POST'",
                "endpoint.path, '/sapi/v1/capital/withdraw/apply'",
                "movesFunds, true",
                "now, timestamp('2026-11-24T00:30:00Z')",
                "hour, 0",
                "account.id, 'alice'",
                "account.tier, 'gold'",
                "account.transfers, 2",
                "account.daysSinceLastTransfer, 0.5",
                "connection.ageHours, 36.5",
                "spent.today, 7.5",
                "spent.last24h, 10.5",
                "spent.last7d, 30.5",
                "spent.last30d, 70.5",
                "transfers.last1h, 2",
                "transfers.last24h, 3",
                "transfer.asset, 'BTC'",
                "transfer.amount, 0.25",
                "worth, 25000.5",
                "transfer.orderId, 'mine'",
                "transfer.hasDestination, true",
                "transfer.network, 'ETH'",
                "transfer.address, '0xa11ce'",
                "transfer.tag, ''",
                "address.ageHours, 36.5",
                "destinationAccounts, 4"
            })
    void aFactHasItsValue(String fact, String value) {
        assertThat(judged(fact + " == " + value, situation()).sentence()).isEqualTo("because");
        assertThat(judged(fact + " != " + value, situation()).sentence()).isEqualTo("the condition does not hold");
    }

    @Test
    void theListOfFactsIsComplete() throws NoSuchMethodException {
        CsvSource tested = CustomRuleTest.class
                .getDeclaredMethod("aFactHasItsValue", String.class, String.class)
                .getAnnotation(CsvSource.class);

        assertThat(List.of(tested.value()).stream().map(each -> each.split(",", -1)[0]))
                .containsExactlyInAnyOrderElementsOf(Facts.ALL.keySet());
    }

    @Test
    void whatHoldsObjectsAsTheRuleSays() {
        Condition condition = Condition.compile("hour == 0");

        assertThat(new CustomRule(ID, condition, Verdict.STEP_UP, 0, "because", TERMS).evaluate(situation()))
                .isEqualTo(new Finding(ID, Verdict.STEP_UP, "hour = 0", "not: hour == 0", "because", 0));
        assertThat(new CustomRule(ID, condition, Verdict.PASS, 40, "because", TERMS).evaluate(situation()))
                .isEqualTo(new Finding(ID, Verdict.PASS, "hour = 0", "not: hour == 0", "because", 40));
        Condition other = Condition.compile("hour == 1");
        assertThat(new CustomRule(ID, other, Verdict.REJECT, 40, "because", TERMS).evaluate(situation()))
                .isEqualTo(Finding.pass(ID, "hour = 0", "not: hour == 1", "the condition does not hold"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"transfer.asset == 'BTC'", "worth > 0", "address.ageHours < 1", "destinationAccounts > 9"})
    void withoutATransferARuleOfTransfersDoesNotApply(String condition) {
        assertThat(judged(condition, balances())).isEqualTo(Finding.notApplicable(ID));
    }

    @Test
    void withoutATransferOtherRulesApply() {
        assertThat(judged("hour == 0 && spent.today >= 0", balances()).verdict())
                .isEqualTo(Verdict.REJECT);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "worth > 1, the worth of the transfer is not known",
                "connection.ageHours > 1, the API key is not bound to the account",
                "address.ageHours > 1, the transfer has no destination",
                "account.daysSinceLastTransfer > 1, the account has sent nothing yet",
                "1 / account.transfers > 5, DIVIDE_BY_ZERO",
                "dyn(hour) + dyn('x') == 1, OVERLOAD_NOT_FOUND",
                "dyn(transfer.amount) ? true : false, ATTRIBUTE",
            })
    void whatCannotBeDecidedIsRejected(String condition, String reason) {
        Finding finding = judged(condition, stranger());

        assertThat(finding.verdict()).isEqualTo(Verdict.REJECT);
        assertThat(finding.score()).isZero();
        assertThat(finding.sentence()).startsWith("the condition cannot be decided: ");
        if (!reason.equals("ATTRIBUTE")) {
            assertThat(finding.sentence()).endsWith(reason);
        }
    }

    @Test
    void whatIsNotAskedForNeedNotBeKnown() {
        assertThat(judged("transfer.hasDestination && address.ageHours < 24", stranger())
                        .sentence())
                .isEqualTo("the condition does not hold");
        assertThat(judged("address.ageHours < 24 && transfer.hasDestination", stranger())
                        .sentence())
                .isEqualTo("the condition does not hold");
    }

    @Test
    void whatWasSpentInAnotherCurrencyIsNotKnown() {
        RuleInput before = situation();
        Terms euro = new Terms(new Asset("EUR"), TERMS.zone());

        assertThat(new CustomRule(ID, Condition.compile("spent.today > 1"), Verdict.PASS, 1, "because", euro)
                        .evaluate(before)
                        .sentence())
                .isEqualTo("the condition cannot be decided: what was spent is counted in another currency than EUR");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dyn(hour)", // may be anything
                "[1, 2].all(x, x > 1)", // a loop
                "[1].map(x, x) == [1]",
                "transfer.asset.matches('(')", // no regular expression
                "now > timestamp('yesterday')",
                "worth + 1 > 2", // an integer with a decimal
                "account.tier == 5",
                "has(transfer.asset)",
            })
    void whatIsNoConditionIsRefused(String text) {
        assertThatThrownBy(() -> Condition.compile(text)).isInstanceOf(ConditionException.class);
    }

    @Test
    void theLengthAndTheDepthAreBounded() {
        String longest = "hour == 1" + " ".repeat(Cel.LONGEST - 9);

        assertThat(Condition.compile(longest)).isNotNull();
        assertThatThrownBy(() -> Condition.compile(longest + " "))
                .isInstanceOf(ConditionException.class)
                .hasMessage("a condition has at most 1000 characters");
        assertThatThrownBy(() -> Condition.compile("(".repeat(60) + "true" + ")".repeat(60)))
                .isInstanceOf(ConditionException.class);
    }

    @Test
    void aNumberMayBeWrittenWithoutAPoint() {
        assertThat(judged("worth > 25000", situation()).sentence()).isEqualTo("because");
        assertThat(judged("worth > 25001", situation()).sentence()).isEqualTo("the condition does not hold");
    }

    @Test
    void equalTextsAreEqualConditions() {
        assertThat(Condition.compile("hour > 1"))
                .isEqualTo(Condition.compile("hour > 1"))
                .hasSameHashCodeAs(Condition.compile("hour > 1"))
                .isNotEqualTo(Condition.compile("hour > 2"));
    }

    private static Finding judged(String condition, RuleInput input) {
        return new CustomRule(ID, Condition.compile(condition), Verdict.REJECT, 0, "because", TERMS).evaluate(input);
    }

    /** Half a bitcoin's quarter to her own address, after some others. */
    private static RuleInput situation() {
        Account alice = alice();
        RequestSample request = Samples.withdrawal(1, "1")
                .moving(new Transfer(Amount.of("0.25", Samples.BTC), Samples.HOME, "mine"))
                .pricedAt(RequestSample.price(Samples.BTC, "100002", NOW));
        return new RuleInput(request.facts(), alice, new Circumstances(4, List.of()), NOW);
    }

    private static RuleInput balances() {
        return new RuleInput(RequestSample.balances(1).facts(), alice(), Circumstances.NONE, NOW);
    }

    /** An account that did nothing yet, a key that it did not bind, no price, and no destination. */
    private static RuleInput stranger() {
        RequestSample request =
                Samples.withdrawal(1, "1").by(Samples.STOLEN).to(null).pricedAt(null);
        return new RuleInput(request.facts(), Account.empty(Samples.ALICE), Circumstances.NONE, NOW);
    }

    private static Account alice() {
        Account base = Samples.alice();
        Standing standing = base.standing();
        Destination home = Samples.HOME;
        Exposure exposure = new Exposure(Map.of(
                Samples.requestId(10), reserved("40", Duration.ofDays(8)),
                Samples.requestId(11), reserved("20", Duration.ofDays(2)),
                Samples.requestId(12), reserved("3", Duration.ofHours(23)),
                Samples.requestId(13), reserved("4", Duration.ofMinutes(40)),
                Samples.requestId(14), reserved("3.5", Duration.ofMinutes(1))));
        Baseline usual = Baseline.NONE
                .learned(new Observation(Samples.usdt("5"), home, NOW.minus(Duration.ofDays(3))))
                .learned(new Observation(Samples.usdt("6"), home, NOW.minus(Duration.ofHours(12))));
        return new Account(
                base.id(),
                new Standing(standing.addressBook(), standing.connections(), "gold", standing.freezes(), null),
                new Activity(Map.of(), exposure, Map.of(), usual),
                base.confirmations(),
                base.policies());
    }

    private static Reservation reserved(String value, Duration ago) {
        return new Reservation.Open(Samples.usdt(value), Samples.USDT, Samples.HOME, NOW.minus(ago));
    }
}
