package io.countersign.replay.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.domain.account.AccountEvent.OutcomeRecorded;
import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.control.Authority;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ConfirmationId;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.testing.Samples;
import io.countersign.replay.ConfluentFraming;
import io.countersign.replay.SeededJournal;
import io.countersign.replay.TestPolicies;
import io.countersign.replay.source.Placement;
import io.countersign.replay.source.UnusableException;
import io.countersign.replay.verify.EngineKeys;
import io.countersign.replay.verify.Moment;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountViewTest {

    private static final AccountId ALICE = Samples.ALICE;

    private SeededJournal journal;

    /** Bound, booked; 60 USDT at 00:01, 70 at 00:02; 500, which is refused, at 00:03; 80 a day later. */
    @BeforeEach
    void aliceLives() throws GeneralSecurityException {
        journal =
                new SeededJournal(1, 3, new ConfluentFraming(), new EngineKeys().signer()).policy(TestPolicies.yaml());
        journal.control(ALICE, "alice", new ControlChange.BindConnection(Samples.PHONE, null));
        journal.control(ALICE, "alice", new ControlChange.AddAddress(Samples.HOME));
        journal.pass(Duration.ofMinutes(1)).request(ALICE, "60");
        journal.pass(Duration.ofMinutes(1)).request(ALICE, "70");
        journal.pass(Duration.ofMinutes(1)).request(ALICE, "500");
        journal.pass(Duration.ofDays(1)).request(ALICE, "80");
    }

    @Test
    void theLimitsAreThoseOfThen() {
        assertThat(used("2026-11-01T00:01:30Z")).isEqualTo("60");
        assertThat(used("2026-11-01T12:00:00Z")).isEqualTo("130");
        assertThat(used("2026-11-02T00:01:30Z")).isEqualTo("70");
        assertThat(used("2026-11-01T00:00:30Z")).isEqualTo("0");
    }

    @Test
    void whatCameLaterIsNotThere() {
        AccountView view = view(new Moment.At(Instant.parse("2026-11-01T00:01:30Z")));

        assertThat(view.decisions()).singleElement().satisfies(each -> {
            assertThat(each.event().status()).isEqualTo(DecisionStatus.APPROVED);
            assertThat(each.outcome()).isNotNull();
        });
    }

    @Test
    void anOffsetIsAsGoodAsATime() {
        int partition = Placement.of(ALICE.value(), 3);
        long first = journal.source().entries(partition).stream()
                .filter(each -> each.account().equals("alice"))
                .findFirst()
                .orElseThrow()
                .offset();

        assertThat(view(new Moment.Offset(first + 1)).account().standing().connections())
                .hasSize(1);
        assertThat(view(new Moment.Offset(first + 1)).account().standing().addressBook())
                .isEmpty();
    }

    @Test
    void thePageSaysAllOfIt() {
        List<String> lines = AccountPage.lines(view(null), false);

        assertThat(lines)
                .anyMatch(each -> each.contains("ETH:0xa11ce since"))
                .anyMatch(each -> each.contains("REJECTED") && each.contains("500 USDT to ETH:0xa11ce"))
                .anyMatch(each -> each.contains("REJECT") && each.contains("per-transaction-cap"))
                .anyMatch(each -> each.contains("policy       version 1"))
                .anyMatch(each -> each.contains("transfers, the last at"))
                .anyMatch(each -> each.endsWith("all agree"))
                .noneMatch(each -> each.contains("PASS"));
        assertThat(AccountPage.document(view(null)))
                .containsEntry("verdict", "agreed")
                .containsEntry("policyVersion", 1L);
    }

    @Test
    void aLieIsToldAndNothingBehindIt() {
        int partition = Placement.of(ALICE.value(), 3);
        journal.source()
                .entries(partition)
                .removeIf(each -> each.account().equals("alice")
                        && each.timestamp().equals(Instant.parse("2026-11-01T00:02:00Z")));

        AccountView view = view(null);

        assertThat(view.read().discrepancy()).isNotNull();
        assertThat(view.decisions()).hasSize(1);
    }

    @Test
    void anAccountThatNeverWasIsNone() {
        assertThatThrownBy(() -> AccountView.of(journal.source(), new AccountId("nobody"), null, Instant.now(), 5))
                .isInstanceOf(UnusableException.class)
                .hasMessageContaining("nobody");
    }

    @Test
    void aRequestIsFoundWithoutItsAccount() {
        RequestLife life = RequestLife.of(journal.source(), Samples.requestId(2), null, 2);

        assertThat(life.account()).isEqualTo(ALICE);
        assertThat(life.first(RequestDecided.class)).isNotNull();
        assertThat(life.first(OutcomeRecorded.class)).isNotNull();
        assertThat(life.entries()).hasSize(4);
        assertThat(RequestPage.lines(life))
                .anyMatch(each -> each.contains("70 USDT to ETH:0xa11ce"))
                .anyMatch(each -> each.contains("70 USDT of headroom were taken"))
                .anyMatch(each -> each.contains("it left at 2026-11-01T00:02:00Z"))
                .anyMatch(each -> each.contains("PASS") && each.contains("daily-cap"));
        assertThat(RequestPage.document(life)).containsEntry("account", "alice");
    }

    @Test
    void aRequestThatWasRefusedIsSaidToHaveStayedHere() {
        List<String> lines = RequestPage.lines(RequestLife.of(journal.source(), Samples.requestId(3), ALICE, 1));

        assertThat(lines)
                .anyMatch(each -> each.contains("REJECT ") && each.contains("per-transaction-cap"))
                .anyMatch(each -> each.contains("nothing was sent to Binance"))
                .noneMatch(each -> each.contains("it left at"));
    }

    /** Of the request that asked, and of the one that used the answer. */
    @Test
    void whoConfirmedIsOnThePageOfEitherRequest() {
        journal.policy(TestPolicies.yaml() + """
                custom:
                  - id: much
                    when: worth > 80.0
                    then: STEP_UP
                    sentence: "confirm it"
                """);
        journal.request(ALICE, "90");
        journal.control(
                ALICE,
                "alice",
                Authority.OWNER_WITH_SECOND_FACTOR,
                new ControlChange.ConfirmIntent(ConfirmationId.raisedBy(Samples.requestId(5))));
        journal.request(ALICE, "90", 5);

        for (long number : new long[] {5, 6}) {
            RequestLife life = RequestLife.of(journal.source(), Samples.requestId(number), ALICE, 1);
            assertThat(RequestPage.lines(life))
                    .anyMatch(each -> each.contains("STEP_UP") && each.contains("custom-much"))
                    .anyMatch(each -> each.contains("was given by alice (OWNER_WITH_SECOND_FACTOR)"))
                    .anyMatch(each -> each.contains("was used for " + Samples.requestId(6)))
                    .anyMatch(each -> each.endsWith("all agree"));
        }
    }

    @Test
    void aRequestThatNeverWasIsNone() {
        RequestId never = new RequestId("f".repeat(32));

        assertThatThrownBy(() -> RequestLife.of(journal.source(), never, null, 2))
                .isInstanceOf(UnusableException.class);
        assertThatThrownBy(() -> RequestLife.of(journal.source(), never, ALICE, 2))
                .isInstanceOf(UnusableException.class);
    }

    private String used(String at) {
        return view(new Moment.At(Instant.parse(at))).limits().stream()
                .filter(each -> each.rule().toString().equals("rolling-24h-cap"))
                .findFirst()
                .map(each -> each.used() == null ? "unknown" : each.used().toPlainString())
                .orElseThrow();
    }

    private AccountView view(@org.jspecify.annotations.Nullable Moment until) {
        return AccountView.of(journal.source(), ALICE, until, Instant.parse("2026-11-03T00:00:00Z"), 5);
    }
}
