package io.countersign.domain.decider;

import static io.countersign.domain.testing.Samples.HOME;
import static io.countersign.domain.testing.Samples.NOON;
import static io.countersign.domain.testing.Samples.STRANGER;
import static io.countersign.domain.testing.Samples.USDT;
import static io.countersign.domain.testing.Samples.after;
import static io.countersign.domain.testing.Samples.alice;
import static io.countersign.domain.testing.Samples.evaluate;
import static io.countersign.domain.testing.Samples.requestId;
import static io.countersign.domain.testing.Samples.usdt;
import static io.countersign.domain.testing.Samples.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountCommand;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.account.AccountEvent.ReservationOpened;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.finding.Verdict;
import io.countersign.domain.policy.Policies;
import io.countersign.domain.policy.Policy;
import io.countersign.domain.policy.RuleBook;
import io.countersign.domain.rule.AddressBookRule;
import io.countersign.domain.testing.RequestSample;
import io.countersign.domain.testing.SamplePolicy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountDeciderTest {

    private static final Policy POLICY = SamplePolicy.version(3);

    @Test
    void anApprovalTakesHeadroomAtOnce() {
        List<AccountEvent> events = decide(withdrawal(1, "40"), alice());

        assertThat(events).hasExactlyElementsOfTypes(RequestDecided.class, ReservationOpened.class);
        assertThat(events.getLast()).isEqualTo(new ReservationOpened(requestId(1), usdt("40"), USDT, HOME, NOON));
    }

    @Test
    void aDecisionHoldsAllThatItWasJudgedBy() {
        RequestSample request = withdrawal(1, "40");

        RequestDecided decided = (RequestDecided) decide(request, alice()).getFirst();

        assertThat(decided.request()).isEqualTo(request.facts());
        assertThat(decided.policyVersion()).isEqualTo(3);
        assertThat(decided.forgetBefore()).isEqualTo(NOON.minus(SamplePolicy.MEMORY));
        assertThat(decided.findings()).hasSameSizeAs(POLICY.base().rules());
    }

    @Test
    void everyRuleIsHeardAfterTheFirstRefusal() {
        RequestDecided decided = (RequestDecided)
                decide(withdrawal(1, "400").to(STRANGER), alice()).getFirst();

        assertThat(decided.findings())
                .filteredOn(finding -> finding.verdict() == Verdict.REJECT)
                .extracting(finding -> finding.rule().value())
                .containsExactly("address-book", "per-transaction-cap", "daily-cap", "rolling-24h-cap");
    }

    @Test
    void aRejectionTakesNoHeadroom() {
        assertThat(decide(withdrawal(1, "40").to(STRANGER), alice())).hasExactlyElementsOfTypes(RequestDecided.class);
    }

    @Test
    void whatMovesNothingTakesNoHeadroom() {
        assertThat(decide(RequestSample.balances(1), alice())).hasExactlyElementsOfTypes(RequestDecided.class);
    }

    @Test
    void aTransferTakesHeadroomWhateverIsSaidOfItsEndpoint() {
        assertThat(decide(withdrawal(1, "40").movingFunds(false), alice()))
                .hasExactlyElementsOfTypes(RequestDecided.class, ReservationOpened.class);
    }

    @ParameterizedTest(name = "the first one moved {0}")
    @CsvSource({
        "40", // approved
        "400", // rejected
    })
    void aRepeatIsNotDecidedAgain(String amount) {
        RequestSample request = withdrawal(1, amount);
        Account account = after(alice(), POLICY, evaluate(request, NOON));

        assertThat(AccountDecider.decide(evaluate(request, NOON.plusSeconds(1)), account, Policies.only(POLICY)))
                .isEmpty();
    }

    @Test
    void aRepeatWithOtherFactsIsNotDecidedAgainEither() {
        Account account = after(alice(), POLICY, evaluate(withdrawal(1, "40"), NOON));

        assertThat(decide(withdrawal(1, "41"), account)).isEmpty();
    }

    @Test
    void withoutAPolicyNothingIsApproved() {
        List<AccountEvent> events =
                AccountDecider.decide(evaluate(RequestSample.balances(1), NOON), alice(), Policies.only(Policy.none()));

        RequestDecided decided = (RequestDecided) events.getFirst();
        assertThat(decided.status()).isEqualTo(DecisionStatus.REJECTED);
        assertThat(decided.policyVersion()).isZero();
    }

    @ParameterizedTest(name = "findings {0}: {1}")
    @CsvSource({
        "PASS,             APPROVED", // nothing to object to
        "PASS STEP_UP,     REJECTED", // a person must confirm first
        "PASS REJECT PASS, REJECTED", // the strictest wins
        "STEP_UP REJECT,   REJECTED", // over a milder one too
        "'',               REJECTED", // nobody looked
    })
    void theStrictestVerdictWins(String verdicts, DecisionStatus expected) {
        List<Finding> findings = verdicts.isEmpty()
                ? List.of()
                : List.of(verdicts.split(" ")).stream()
                        .map(verdict -> new Finding(new RuleId("any"), Verdict.valueOf(verdict), "", "", "", 0))
                        .toList();

        assertThat(DecisionStatus.of(findings, false)).isEqualTo(expected);
    }

    @Test
    void aPolicyThatDoesNotAskForAPriceCannotApproveATransfer() {
        Policy broken = SamplePolicy.of(9, new RuleBook(List.of(new AddressBookRule(Duration.ZERO)), null));
        AccountCommand command = evaluate(withdrawal(1, "1").to(HOME).pricedAt(null), NOON);

        assertThatThrownBy(() -> AccountDecider.decide(command, alice(), Policies.only(broken)))
                .isInstanceOf(IllegalStateException.class);
    }

    private static List<AccountEvent> decide(RequestSample request, Account account) {
        return AccountDecider.decide(evaluate(request, NOON), account, Policies.only(POLICY));
    }
}
