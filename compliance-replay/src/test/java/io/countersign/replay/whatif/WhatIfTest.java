package io.countersign.replay.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.control.ControlChange;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.policy.Policy;
import io.countersign.domain.testing.Samples;
import io.countersign.replay.ConfluentFraming;
import io.countersign.replay.SeededJournal;
import io.countersign.replay.TestPolicies;
import io.countersign.replay.progress.Progress;
import io.countersign.replay.verify.EngineKeys;
import io.countersign.replay.verify.Memory;
import io.countersign.wire.policy.PolicyYaml;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhatIfTest {

    private static final AccountId ALICE = Samples.ALICE;

    private SeededJournal journal;

    @BeforeEach
    void aliceCanWithdraw() throws GeneralSecurityException {
        journal =
                new SeededJournal(1, 2, new ConfluentFraming(), new EngineKeys().signer()).policy(TestPolicies.yaml());
        journal.control(ALICE, "alice", new ControlChange.BindConnection(Samples.PHONE, null));
        journal.control(ALICE, "alice", new ControlChange.AddAddress(Samples.HOME));
    }

    @Test
    void theSamePolicyDecidesTheSame(@TempDir Path folder) {
        journal.life(30, 3_000, 4);

        Comparison found = new WhatIf(candidate(100, 250), null, null, 2, new Memory(folder, 1))
                .compare(journal.source(), Progress.NONE);

        assertThat(found.affectedAccounts()).isZero();
        assertThat(found.nowRefused().count()).isZero();
        assertThat(found.of(Change.NOW_APPROVED).count()).isZero();
        assertThat(found.of(Change.BOTH_APPROVE).count()).isPositive();
        assertThat(found.of(Change.BOTH_REJECT).count()).isPositive();
        assertThat(found.accounts()).isEqualTo(31);
    }

    /** 60 and 50 are more than the day's 100; but the 60 were refused, and took nothing. */
    @Test
    void whatIsRefusedLeavesHeadroomForLater() {
        withdraw("60", "50", "50");

        Comparison found = compare(candidate(50, 100), null);

        assertThat(found.of(Change.NOW_REJECTED).count()).isEqualTo(1);
        assertThat(found.of(Change.NOW_REJECTED).value()).isEqualByComparingTo("60");
        assertThat(found.of(Change.BOTH_APPROVE).count()).isEqualTo(2);
        assertThat(found.rules()).containsOnlyKeys("per-transaction-cap");
    }

    /** The 150 that only the candidate approves leave no room for the 60. */
    @Test
    void whatIsApprovedTakesHeadroom() {
        withdraw("150", "60");

        Comparison found = compare(candidate(200, 200), null);

        assertThat(found.of(Change.NOW_APPROVED).count()).isEqualTo(1);
        assertThat(found.of(Change.NOW_REJECTED).count()).isEqualTo(1);
        assertThat(found.rules()).containsKeys("per-transaction-cap", "daily-cap");
        assertThat(found.mostAffected()).singleElement().satisfies(each -> {
            assertThat(each.account()).isEqualTo("alice");
            assertThat(each.nowApproved().value()).isEqualByComparingTo("150");
            assertThat(each.nowRefused().value()).isEqualByComparingTo("60");
        });
    }

    @Test
    void beforeItsBeginningTheCandidateJudgesNothing() {
        withdraw("60");
        Instant from = SeededJournal.START.plus(Duration.ofMinutes(2));
        journal.pass(Duration.ofMinutes(5));
        withdraw("50");

        Comparison found = compare(candidate(55, 100), from);

        assertThat(found.requests()).isEqualTo(1);
        assertThat(found.of(Change.NOW_REJECTED).count()).isEqualTo(1); // 60 + 50 are more than 100
        assertThat(found.rules()).containsKey("daily-cap").doesNotContainKey("per-transaction-cap");
    }

    @Test
    void theTableAndTheDocumentSayTheSame() {
        withdraw("60", "500");

        Comparison found = compare(candidate(50, 100), null);

        assertThat(found.lines())
                .anyMatch(each ->
                        each.startsWith("approved, now REJECTED") && each.contains(" 1 ") && each.endsWith("60"))
                .anyMatch(each -> each.contains("account alice"));
        assertThat(found.document()).containsEntry("verdict", "different").containsEntry("quote", "USDT");
    }

    @Test
    void thePageLoadsNothingAndEscapesNames() {
        withdraw("60");

        String page = HtmlReport.of(compare(candidate(50, 100), null), "<script>alert(1)</script>", "here");

        assertThat(page)
                .doesNotContain("<script")
                .doesNotContain("http:")
                .doesNotContain("https:")
                .doesNotContain("url(")
                .contains("&lt;script&gt;")
                .contains("<svg")
                .contains("per-transaction-cap");
    }

    private void withdraw(String... amounts) {
        for (String each : amounts) {
            journal.pass(Duration.ofMinutes(1)).request(ALICE, each);
        }
    }

    private Comparison compare(Policy candidate, @Nullable Instant from) {
        return new WhatIf(candidate, from, null, 1, Memory.usual(1)).compare(journal.source(), Progress.NONE);
    }

    private static Policy candidate(int perTransaction, int day) {
        return PolicyYaml.parse(
                99,
                TestPolicies.yaml()
                        .replace("perTransaction: 100", "perTransaction: " + perTransaction)
                        .replace("calendarDay: 250", "calendarDay: " + day)
                        .replace("rolling24h: 250", "rolling24h: " + day));
    }
}
