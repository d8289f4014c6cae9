package io.countersign.engine.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.Circumstances;
import io.countersign.domain.account.Outcome;
import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.account.SpendWindow;
import io.countersign.domain.control.Authority;
import io.countersign.domain.control.FreezeScope;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ConfirmationId;
import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.id.ControlId;
import io.countersign.domain.id.IntentDigest;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.id.WireDigest;
import io.countersign.domain.money.Amount;
import io.countersign.domain.money.Asset;
import io.countersign.domain.policy.LookUpRules;
import io.countersign.domain.policy.Memory;
import io.countersign.domain.policy.Policies;
import io.countersign.domain.policy.Policy;
import io.countersign.domain.policy.RuleBook;
import io.countersign.domain.policy.StepUp;
import io.countersign.domain.request.Destination;
import io.countersign.domain.request.Endpoint;
import io.countersign.domain.request.RequestFacts;
import io.countersign.domain.rule.AddressBookRule;
import io.countersign.domain.rule.Reach;
import io.countersign.domain.rule.Rule;
import io.countersign.domain.rule.SpendCapRule;
import io.countersign.wire.message.Octets;
import io.countersign.wire.message.StoredAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountMapperTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final AccountId ALICE = new AccountId("alice");
    private static final ConnectionId PHONE = new ConnectionId("c0".repeat(16));
    private static final ControlId CONTROL = new ControlId("0".repeat(32));
    private static final RequestId OPEN = new RequestId("1".repeat(32));
    private static final RequestId DONE = new RequestId("2".repeat(32));
    private static final ConfirmationId QUESTION = new ConfirmationId("3".repeat(32));
    private static final Asset USDT = new Asset("USDT");
    private static final LiveRules.Now RULES = new LiveRules.Now(new Policies(policy(), null), List.of(), NOON);
    private static final Destination HOME = new Destination(null, "0x94df", "7");

    @Test
    void everythingThatTheStoreHoldsIsTold() {
        Account account = lived();

        AccountBody body = AccountMapper.body(new StoredAccount(account, 9, Octets.of(new byte[] {10, -1})), RULES);

        assertThat(body.sequence()).isEqualTo(9);
        assertThat(body.lastHash()).isEqualTo("0aff");
        assertThat(body.policyVersion()).isEqualTo(7);
        assertThat(body.tier()).isEqualTo("vip");
        assertThat(body.addressBook())
                .containsExactly(new AccountBody.AddressBody(null, "0x94df", "7", NOON, NOON.plusSeconds(3600)));
        assertThat(body.connections())
                .containsExactly(new AccountBody.ConnectionBody(PHONE.fingerprint(), "HMAC", NOON));
        assertThat(body.freezes())
                .containsExactly(
                        new AccountBody.FreezeBody(CONTROL.value(), "ASSET", "USDT", "delisted", "olga", NOON, null));
        assertThat(body.confirmations())
                .containsExactly(new AccountBody.ConfirmationBody(QUESTION.value(), NOON, NOON.plusSeconds(60), null));
        assertThat(body.decided())
                .containsExactly(
                        new AccountBody.DecidedBody(OPEN.value(), "APPROVED", NOON, null, null),
                        new AccountBody.DecidedBody(DONE.value(), "APPROVED", NOON, "DONE", null));
        assertThat(body.reservations())
                .containsExactly(
                        new AccountBody.ReservationBody(OPEN.value(), "OPEN", "12.5", "USDT", NOON),
                        new AccountBody.ReservationBody(DONE.value(), "SETTLED", "12.5", "USDT", NOON));
        assertThat(body.baseline().transfers()).isEqualTo(1);
    }

    @Test
    void aLimitTellsWhatIsLeft() {
        Account account = Account.empty(ALICE).evolve(decided(OPEN)).evolve(reserved(OPEN));

        AccountBody body = AccountMapper.body(new StoredAccount(account, 2, Octets.of(new byte[1])), RULES);

        assertThat(body.limits()).singleElement().satisfies(limit -> {
            assertThat(limit.rule()).isEqualTo("daily-cap");
            assertThat(limit.bound()).isEqualTo("100");
            assertThat(limit.used()).isEqualTo("12.5");
            assertThat(limit.left()).isEqualTo("87.5");
            assertThat(limit.nextFreeAt()).isEqualTo(NOON.plus(Duration.ofHours(24)));
        });
    }

    /** One of everything. */
    private static Account lived() {
        return Account.empty(ALICE)
                .evolve(new AccountEvent.AddressAdded(CONTROL, "alice", HOME, NOON))
                .evolve(new AccountEvent.ConnectionBound(CONTROL, "alice", PHONE, null, NOON))
                .evolve(decided(OPEN))
                .evolve(reserved(OPEN))
                .evolve(decided(DONE))
                .evolve(reserved(DONE))
                .evolve(new AccountEvent.OutcomeRecorded(
                        new Outcome(DONE, OutcomeClass.DONE, 200, null, "", NOON), 0, NOON))
                .evolve(new AccountEvent.ReservationSettled(DONE, NOON))
                .evolve(new AccountEvent.TierAssigned(CONTROL, "olga", "vip", NOON))
                .evolve(new AccountEvent.ConfirmationRequested(
                        QUESTION, new IntentDigest("e".repeat(64)), NOON.plusSeconds(60), NOON))
                .evolve(new AccountEvent.AccountFrozen(
                        CONTROL, "olga", Authority.OFFICER, new FreezeScope.OfAsset(USDT), "delisted", null, NOON));
    }

    private static Policy policy() {
        List<Rule> rules = List.of(
                new AddressBookRule(Duration.ofHours(1)),
                new SpendCapRule(
                        new RuleId("daily-cap"),
                        Amount.of("100", USDT),
                        new SpendWindow.Rolling(Duration.ofHours(24)),
                        new Reach.All()));
        Memory memory = new Memory(Duration.ofDays(1), Duration.ofHours(1));
        StepUp stepUp = new StepUp(Duration.ofMinutes(15), Duration.ofMinutes(10));
        return new Policy(
                7, USDT, memory, new RuleBook(rules, null), Map.of(), Map.of(), stepUp, LookUpRules.DEFAULT, null);
    }

    private static AccountEvent reserved(RequestId id) {
        return new AccountEvent.ReservationOpened(id, Amount.of("12.50", USDT), USDT, HOME, NOON);
    }

    private static AccountEvent decided(RequestId id) {
        RequestFacts facts = new RequestFacts(
                id,
                ALICE,
                PHONE,
                new Endpoint("POST", "/withdraw"),
                true,
                null,
                null,
                null,
                WireDigest.of(new byte[32]),
                NOON,
                NOON);
        return new AccountEvent.RequestDecided(
                facts,
                Circumstances.NONE,
                DecisionStatus.APPROVED,
                List.of(),
                1,
                null,
                NOON.minusSeconds(1),
                NOON.minusSeconds(1),
                NOON);
    }
}
