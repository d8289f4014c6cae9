package io.countersign.domain.decider;

import static io.countersign.domain.testing.Samples.HOME;
import static io.countersign.domain.testing.Samples.NOON;
import static io.countersign.domain.testing.Samples.PHONE;
import static io.countersign.domain.testing.Samples.alice;
import static io.countersign.domain.testing.Samples.control;
import static io.countersign.domain.testing.Samples.controlId;
import static io.countersign.domain.testing.Samples.evaluate;
import static io.countersign.domain.testing.Samples.outcome;
import static io.countersign.domain.testing.Samples.requestId;
import static io.countersign.domain.testing.Samples.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountCommand;
import io.countersign.domain.account.AccountCommand.ApplyControl;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.AccountErased;
import io.countersign.domain.account.AccountEvent.ConnectionUnbound;
import io.countersign.domain.account.AccountEvent.ControlRefused;
import io.countersign.domain.account.AccountEvent.ErasureAsked;
import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.control.Authority;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.control.ControlChange.EraseAccount;
import io.countersign.domain.control.FreezeScope;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.policy.Policies;
import io.countersign.domain.policy.Policy;
import io.countersign.domain.testing.SamplePolicy;
import io.countersign.domain.testing.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErasureTest {

    private static final Policy POLICY = SamplePolicy.version(1);
    private static final ApplyControl ASKED = officer(7, "olga", new EraseAccount(null, "she asked us to"));
    private static final ApplyControl CONFIRMED = officer(8, "otto", new EraseAccount(controlId(7), ""));
    private static final Account WITH_HISTORY =
            Samples.after(alice(), POLICY, evaluate(withdrawal(1, "5"), NOON), outcome(1, OutcomeClass.DONE, NOON));
    private static final Account ERASED = Samples.after(WITH_HISTORY, POLICY, ASKED, CONFIRMED);

    @Test
    void oneOfficerAsksAndNothingIsErased() {
        List<AccountEvent> events = decide(ASKED, WITH_HISTORY);

        assertThat(events).containsExactly(new ErasureAsked(controlId(7), "olga", "she asked us to", NOON));
        assertThat(Samples.evolve(WITH_HISTORY, events).activity()).isEqualTo(WITH_HISTORY.activity());
    }

    @Test
    void anotherConfirmsAndItsConnectionsGoFirst() {
        assertThat(decide(CONFIRMED, Samples.after(WITH_HISTORY, POLICY, ASKED)))
                .containsExactly(
                        new ConnectionUnbound(controlId(8), "otto", PHONE, NOON),
                        new AccountErased(controlId(8), "otto", controlId(7), "olga", NOON));
    }

    @Test
    void nothingIsLeftOfTheAccount() {
        Account nothing = Account.empty(Samples.ALICE);

        assertThat(ERASED.standing().isErased()).isTrue();
        assertThat(ERASED.standing().addressBook()).isEmpty();
        assertThat(ERASED.standing().connections()).isEmpty();
        assertThat(ERASED.activity()).isEqualTo(nothing.activity());
        assertThat(ERASED.confirmations()).isEqualTo(nothing.confirmations());
    }

    @Test
    void whoAskedCannotConfirm() {
        ApplyControl own = officer(8, "olga", new EraseAccount(controlId(7), ""));

        assertThat(refusal(own, Samples.after(WITH_HISTORY, POLICY, ASKED))).contains("ask another officer");
    }

    @Test
    void whatNobodyAskedForIsNotConfirmed() {
        assertThat(refusal(CONFIRMED, WITH_HISTORY)).contains("no erasure of this id");
        ApplyControl again = officer(9, "olga", new EraseAccount(null, "again"));
        assertThat(refusal(CONFIRMED, Samples.after(WITH_HISTORY, POLICY, ASKED, again)))
                .contains("asked for again");
    }

    @ParameterizedTest
    @EnumSource(names = {"OWNER", "OWNER_WITH_SECOND_FACTOR"})
    void anOwnerDoesNotErase(Authority authority) {
        assertThat(refusal(control(1, "alice", authority, new EraseAccount(null, "x"), NOON), WITH_HISTORY))
                .contains("only officers");
    }

    @Test
    void theHouseIsNotErased() {
        assertThat(refusal(ASKED, Account.empty(AccountId.HOUSE))).contains("nobody's account");
    }

    @Test
    void whatIsOpenOrHeldIsNotErased() {
        Account open = Samples.after(alice(), POLICY, evaluate(withdrawal(1, "5"), NOON));
        Account unknown = Samples.after(open, POLICY, outcome(1, OutcomeClass.UNKNOWN, NOON));
        Account frozen = Samples.after(
                alice(),
                POLICY,
                officer(1, "olga", new ControlChange.FreezeAccount(new FreezeScope.Everything(), "a court", null)));

        assertThat(refusal(ASKED, open)).contains("a reservation is open");
        assertThat(refusal(ASKED, unknown)).contains("first");
        assertThat(refusal(ASKED, frozen)).contains("a freeze holds");
        Account asked = Samples.after(alice(), POLICY, ASKED, evaluate(withdrawal(1, "5"), NOON));
        assertThat(refusal(CONFIRMED, asked)).contains("a reservation is open");
    }

    @Test
    void whateverItAsksForLaterIsRefusedAndNotRemembered() {
        AccountCommand request = evaluate(withdrawal(2, "1"), NOON);

        List<AccountEvent> events = decide(request, ERASED);

        assertThat(events).singleElement().isInstanceOfSatisfying(RequestDecided.class, decided -> {
            assertThat(decided.status()).isEqualTo(DecisionStatus.REJECTED);
            assertThat(decided.findings())
                    .singleElement()
                    .matches(each -> each.rule().value().equals("account-erased"));
            assertThat(decided.request().id()).isEqualTo(requestId(2));
        });
        assertThat(Samples.evolve(ERASED, events)).isEqualTo(ERASED);
        assertThat(decide(outcome(1, OutcomeClass.DONE, NOON), ERASED)).isEmpty();
    }

    @Test
    void noControlBringsItBack() {
        assertThat(refusal(officer(9, "olga", new ControlChange.AddAddress(HOME)), ERASED))
                .contains("was erased");
        assertThat(refusal(officer(9, "olga", new ControlChange.BindConnection(PHONE, null)), ERASED))
                .contains("was erased");
        assertThat(decide(CONFIRMED, ERASED)).isEmpty();
        assertThat(decide(officer(9, "olga", new ControlChange.UnbindConnection(PHONE)), ERASED))
                .isEmpty();
    }

    private static ApplyControl officer(long n, String name, ControlChange change) {
        return control(n, name, Authority.OFFICER, change, NOON);
    }

    private static String refusal(ApplyControl command, Account account) {
        List<AccountEvent> events = decide(command, account);
        assertThat(events).singleElement().isInstanceOf(ControlRefused.class);
        return ((ControlRefused) events.getFirst()).reason();
    }

    private static List<AccountEvent> decide(AccountCommand command, Account account) {
        return AccountDecider.decide(command, account, new Policies(POLICY, null));
    }
}
