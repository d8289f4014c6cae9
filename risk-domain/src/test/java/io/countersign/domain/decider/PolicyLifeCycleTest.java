package io.countersign.domain.decider;

import static io.countersign.domain.testing.Samples.NOON;
import static io.countersign.domain.testing.Samples.alice;
import static io.countersign.domain.testing.Samples.control;
import static io.countersign.domain.testing.Samples.controlId;
import static io.countersign.domain.testing.Samples.evaluate;
import static io.countersign.domain.testing.Samples.evolve;
import static io.countersign.domain.testing.Samples.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountCommand.ApplyControl;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.ControlRefused;
import io.countersign.domain.account.AccountEvent.PolicyConfirmed;
import io.countersign.domain.account.AccountEvent.PolicyProposed;
import io.countersign.domain.account.AccountEvent.PolicyShadowed;
import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.account.AccountEvent.ReservationOpened;
import io.countersign.domain.account.House;
import io.countersign.domain.account.ShadowVerdict;
import io.countersign.domain.control.Authority;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.control.ControlChange.ConfirmPolicy;
import io.countersign.domain.control.ControlChange.ProposePolicy;
import io.countersign.domain.control.ControlChange.ShadowPolicy;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.policy.Policies;
import io.countersign.domain.policy.Policy;
import io.countersign.domain.testing.SamplePolicy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

class PolicyLifeCycleTest {

    private static final Account HOUSE = Account.empty(AccountId.HOUSE);
    private static final ControlChange PROPOSE = new ProposePolicy("yaml");

    /** Olga published three versions, and Otto made the second one live. */
    private static final Account LIVE = after(
            HOUSE, by("olga", PROPOSE), by("olga", PROPOSE), by("olga", PROPOSE), by("otto", new ConfirmPolicy(2)));

    static final List<ControlChange> CHANGES = List.of(PROPOSE, new ConfirmPolicy(3), new ShadowPolicy(3));

    @ParameterizedTest(name = "{0}")
    @FieldSource("CHANGES")
    void policiesAreTheHouses(ControlChange change) {
        assertThat(decide(by("otto", change), alice())).hasExactlyElementsOfTypes(ControlRefused.class);
        assertThat(decide(by("otto", change), LIVE))
                .doesNotHaveAnyElementsOfTypes(ControlRefused.class)
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = "OFFICER", mode = EnumSource.Mode.EXCLUDE)
    void andTheOfficers(Authority authority) {
        for (ControlChange change : CHANGES) {
            assertThat(decide(control(1, "otto", authority, change, NOON), LIVE))
                    .hasExactlyElementsOfTypes(ControlRefused.class);
        }
    }

    @Test
    void eachVersionFollowsTheLast() {
        assertThat(decide(by("olga", PROPOSE), HOUSE))
                .containsExactly(new PolicyProposed(controlId(1), "olga", 1, "yaml", NOON));
        assertThat(decide(by("olga", PROPOSE), LIVE))
                .containsExactly(new PolicyProposed(controlId(1), "olga", 4, "yaml", NOON));
    }

    @Test
    void whatIsPublishedJudgesNothingYet() {
        assertThat(House.of(after(HOUSE, by("olga", PROPOSE)))).isEqualTo(House.NONE);
    }

    @Test
    void itTakesTwoToMakeAPolicyLive() {
        assertThat(decide(by("olga", new ConfirmPolicy(3)), LIVE)).hasExactlyElementsOfTypes(ControlRefused.class);
        assertThat(decide(by("otto", new ConfirmPolicy(3)), LIVE))
                .containsExactly(new PolicyConfirmed(controlId(1), "otto", 3, NOON));
        assertThat(House.of(LIVE)).isEqualTo(new House(List.of(), 2, 0));
    }

    static final List<Arguments> NOT_WAITING = List.of(
            Arguments.of(1L, ControlRefused.class), // older than the live one
            Arguments.of(4L, ControlRefused.class), // never published
            Arguments.of(0L, ControlRefused.class), // no version
            Arguments.of(-1L, ControlRefused.class)); // nor this

    @ParameterizedTest(name = "version {0}")
    @FieldSource("NOT_WAITING")
    void onlyWhatIsNewerThanTheLivePolicyBecomesLive(long version, Class<?> expected) {
        assertThat(decide(by("otto", new ConfirmPolicy(version)), LIVE))
                .singleElement()
                .isInstanceOf(expected);
    }

    @Test
    void whatIsLiveIsNotConfirmedAgain() {
        assertThat(decide(by("otto", new ConfirmPolicy(2)), LIVE)).isEmpty();
        assertThat(decide(by("olga", new ConfirmPolicy(2)), LIVE)).isEmpty();
    }

    @ParameterizedTest(name = "version {0} in shadow: {1}")
    @CsvSource({
        "3,  true", // published and waiting
        "1,  true", // an old one, to compare
        "2,  false", // it is live
        "4,  false", // never published
        "-1, false", // no version
    })
    void aPublishedPolicyMayJudgeInShadow(long version, boolean taken) {
        assertThat(decide(by("olga", new ShadowPolicy(version)), LIVE))
                .containsExactly(
                        taken
                                ? new PolicyShadowed(controlId(1), "olga", version, NOON)
                                : new ControlRefused(
                                        controlId(1),
                                        "olga",
                                        "version %d was not published, or is live".formatted(version),
                                        NOON));
    }

    @Test
    void aShadowEnds() {
        Account shadowed = after(LIVE, by("olga", new ShadowPolicy(3)));

        assertThat(House.of(shadowed)).isEqualTo(new House(List.of(), 2, 3));
        assertThat(decide(by("olga", new ShadowPolicy(3)), shadowed))
                .as("a repeat")
                .isEmpty();
        assertThat(House.of(after(shadowed, by("olga", new ShadowPolicy(0))))).isEqualTo(House.of(LIVE));
        assertThat(decide(by("olga", new ShadowPolicy(0)), LIVE))
                .as("there is none")
                .isEmpty();
    }

    @Test
    void aShadowEndsBeforeAnyPolicyIsLive() {
        Account shadowed = after(HOUSE, by("olga", PROPOSE), by("olga", new ShadowPolicy(1)));

        assertThat(House.of(shadowed)).isEqualTo(new House(List.of(), 0, 1));
        assertThat(House.of(after(shadowed, by("olga", new ShadowPolicy(0))))).isEqualTo(House.NONE);
    }

    @Test
    void whatBecomesLiveLeavesTheShadow() {
        Account shadowed = after(LIVE, by("olga", PROPOSE), by("olga", new ShadowPolicy(3)));

        assertThat(House.of(after(shadowed, by("otto", new ConfirmPolicy(3))))).isEqualTo(new House(List.of(), 3, 0));
        assertThat(House.of(after(shadowed, by("otto", new ConfirmPolicy(4))))).isEqualTo(new House(List.of(), 4, 3));
    }

    @Test
    void nobodyElseIsTheHouse() {
        assertThatIllegalStateException().isThrownBy(() -> House.of(alice()));
    }

    /** The shadow would refuse what is approved, and ask about what is not asked about; neither has an effect. */
    @Test
    void aShadowsVerdictIsRecordedWithoutEffect() {
        Policy live = SamplePolicy.version(1);
        Policy shadow = SamplePolicy.doubting(2);

        List<AccountEvent> events = judged(new Policies(live, shadow));

        assertThat(events).hasExactlyElementsOfTypes(RequestDecided.class, ReservationOpened.class);
        RequestDecided decided = (RequestDecided) events.getFirst();
        assertThat(decided.policyVersion()).isEqualTo(1);
        assertThat(decided.findings())
                .isEqualTo(live.evaluate(withdrawal(1, "60").input(alice(), NOON)));
        assertThat(decided.shadow())
                .isEqualTo(new ShadowVerdict(
                        2,
                        DecisionStatus.REJECTED,
                        shadow.evaluate(withdrawal(1, "60").input(alice(), NOON))));
    }

    @Test
    void norDoesALenientShadowApproveAnything() {
        List<AccountEvent> events = judged(new Policies(Policy.none(), SamplePolicy.version(1)));

        assertThat(events).hasExactlyElementsOfTypes(RequestDecided.class);
        RequestDecided decided = (RequestDecided) events.getFirst();
        assertThat(decided.status()).isEqualTo(DecisionStatus.REJECTED);
        assertThat(decided.shadow()).extracting(ShadowVerdict::status).isEqualTo(DecisionStatus.APPROVED);
    }

    private static List<AccountEvent> judged(Policies policies) {
        return AccountDecider.decide(evaluate(withdrawal(1, "60"), NOON), alice(), policies);
    }

    private static ApplyControl by(String who, ControlChange change) {
        return control(1, who, Authority.OFFICER, change, NOON);
    }

    private static Account after(Account account, ApplyControl... commands) {
        Account now = account;
        for (ApplyControl command : commands) {
            now = evolve(now, decide(command, now));
        }
        return now;
    }

    private static List<AccountEvent> decide(ApplyControl command, Account account) {
        return AccountDecider.decide(command, account, Policies.only(SamplePolicy.version(1)));
    }
}
