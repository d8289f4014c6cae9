package io.countersign.relay.clearance;

import static io.countersign.relay.testing.Approvals.ALICE;
import static io.countersign.relay.testing.Approvals.NOON;
import static io.countersign.relay.testing.Approvals.WIRE;
import static io.countersign.relay.testing.Approvals.facts;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.request.RequestFacts;
import io.countersign.relay.testing.Approvals;
import io.countersign.wire.message.DecisionBody;
import io.countersign.wire.message.DecisionKind;
import io.countersign.wire.message.DecisionMessage;
import io.countersign.wire.message.Octets;
import io.countersign.wire.seal.WireRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ClearanceTest {

    private static final Instant DEADLINE = NOON.plusSeconds(5);

    private final Desk desk = new Desk(Duration.ofMillis(150));
    private final Approvals approvals = desk.approvals();
    private final Clearance clearance = desk.clearance();

    @Test
    void aGenuineApprovalIsSentAsItWasSealed() {
        Ruling ruling = desk.rule(approvals.approval(facts(DEADLINE), WIRE), NOON);

        assertThat(ruling)
                .isEqualTo(new Ruling.Send(
                        new ClearedRequest(facts(DEADLINE), WIRE, null, DEADLINE.minusMillis(150)), NOON));
    }

    @Test
    void onlyAGenuineApprovalIsReadBack() {
        DecisionBody approval = approvals.approval(facts(DEADLINE), WIRE);
        byte[] genuine = desk.signed(approval);
        byte[] forged = desk.encoded(new DecisionMessage(approval, Octets.of(new byte[64])));

        assertThat(clearance.approval(Desk.KEY, genuine)).contains(facts(DEADLINE));
        assertThat(clearance.approval(Desk.KEY, forged)).isEmpty();
        assertThat(clearance.approval(bytes("mallory"), genuine)).isEmpty();
        assertThat(clearance.approval(Desk.KEY, null)).isEmpty();
    }

    @Test
    void aMissingValueIsDistrusted() {
        assertThat(clearance.rule(Desk.KEY, null, NOON)).isInstanceOf(Ruling.Distrust.class);
    }

    @Test
    void everyTruncationIsDistrusted() {
        byte[] whole = desk.signed(approvals.approval(facts(DEADLINE), WIRE));

        for (int length = 0; length < whole.length; length++) {
            assertThat(clearance.rule(Desk.KEY, Arrays.copyOf(whole, length), NOON))
                    .as("%d octets", length)
                    .isInstanceOf(Ruling.Distrust.class);
        }
    }

    @Test
    void noFlippedBitIsEverSent() {
        byte[] whole = desk.signed(approvals.approval(facts(DEADLINE), WIRE));

        for (int i = 0; i < whole.length; i++) {
            byte[] altered = whole.clone();
            altered[i] ^= 1;
            assertThat(clearance.rule(Desk.KEY, altered, NOON))
                    .as("octet %d", i)
                    .isInstanceOf(Ruling.Distrust.class);
        }
    }

    /** From the deadline on it is counted when a request of unknown outcome can no longer be executed. */
    @Test
    void aDeadlineFarBeforeTheSignaturesEndIsRefused() {
        byte[] far = desk.signed(approvals.approval(facts(DEADLINE.minusMillis(2_001)), WIRE));
        byte[] near = desk.signed(approvals.approval(facts(DEADLINE.minusMillis(2_000)), WIRE));

        assertThat(clearance.rule(Desk.KEY, far, NOON)).isInstanceOf(Ruling.Withhold.class);
        assertThat(clearance.rule(Desk.KEY, near, NOON)).isInstanceOf(Ruling.Send.class);
    }

    @Test
    void anotherAccountsKeyIsDistrusted() {
        byte[] value = desk.signed(approvals.approval(facts(DEADLINE), WIRE));

        assertThat(clearance.rule(bytes("bob"), value, NOON)).isInstanceOf(Ruling.Distrust.class);
        assertThat(clearance.rule(null, value, NOON)).isInstanceOf(Ruling.Distrust.class);
    }

    @Test
    void anotherEnginesCountersignatureIsDistrusted() {
        DecisionMessage forged = new Approvals().sign(approvals.approval(facts(DEADLINE), WIRE));

        assertThat(clearance.rule(Desk.KEY, desk.encoded(forged), NOON))
                .isEqualTo(new Ruling.Distrust("the countersignature is not the engine's"));
    }

    @ParameterizedTest
    @EnumSource(
            value = DecisionKind.class,
            names = {"REPEAT", "CONTROL"})
    void onlyANewRequestIsSent(DecisionKind kind) {
        DecisionBody approval = approvals.approval(facts(DEADLINE), WIRE);
        DecisionBody other = new DecisionBody(
                kind,
                approval.id(),
                ALICE,
                DecisionStatus.APPROVED,
                List.of(),
                1,
                NOON,
                null,
                approval.sealedRequest(),
                null);

        assertThat(desk.rule(other, NOON)).isEqualTo(new Ruling.Pass());
    }

    @Test
    void aRejectionIsNotSent() {
        DecisionBody approval = approvals.approval(facts(DEADLINE), WIRE);
        DecisionBody rejection = new DecisionBody(
                DecisionKind.REQUEST,
                approval.id(),
                ALICE,
                DecisionStatus.REJECTED,
                List.of(),
                1,
                NOON,
                approval.facts(),
                approval.sealedRequest(),
                null);

        assertThat(desk.rule(rejection, NOON)).isEqualTo(new Ruling.Pass());
    }

    @Test
    void anIdThatIsNotTheFactsIdIsDistrusted() {
        DecisionBody approval = approvals.approval(facts(DEADLINE), WIRE);
        DecisionBody other = new DecisionBody(
                DecisionKind.REQUEST,
                "f".repeat(32),
                ALICE,
                DecisionStatus.APPROVED,
                List.of(),
                1,
                NOON,
                approval.facts(),
                approval.sealedRequest(),
                null);

        assertThat(desk.rule(other, NOON)).isInstanceOf(Ruling.Distrust.class);
    }

    @Test
    void aSealForSomeoneElseIsNeverSentAndReleased() {
        DecisionBody sealedElsewhere = new Approvals().approval(facts(DEADLINE), WIRE);

        assertThat(desk.rule(sealedElsewhere, NOON)).satisfies(ClearanceTest::isSuspectAndExpired);
    }

    @Test
    void octetsWithAnotherDigestAreNeverSentAndReleased() {
        WireRequest more = new WireRequest("POST", WIRE.target() + "1", null, WIRE.apiKey(), Octets.EMPTY);

        assertThat(desk.rule(approvals.approval(facts(DEADLINE), more), NOON))
                .satisfies(ClearanceTest::isSuspectAndExpired);
    }

    /** A hostile gateway tells the engine one thing and seals another. */
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whatIsNotWhatWasJudgedIsNeverSent(String what, RequestFacts told) {
        assertThat(desk.rule(approvals.approval(told, WIRE), NOON))
                .as(what)
                .satisfies(ClearanceTest::isSuspectAndExpired);
    }

    static Stream<Arguments> whatIsNotWhatWasJudgedIsNeverSent() {
        return Told.lies(facts(DEADLINE)).entrySet().stream().map(lie -> Arguments.of(lie.getKey(), lie.getValue()));
    }

    @Test
    void anApprovalWithoutOctetsIsDistrusted() {
        RequestFacts facts = facts(DEADLINE);

        assertThat(desk.rule(Approvals.body(facts, null), NOON)).isInstanceOf(Ruling.Distrust.class);
    }

    private static void isSuspectAndExpired(Ruling ruling) {
        assertThat(ruling).isInstanceOfSatisfying(Ruling.Withhold.class, withhold -> {
            assertThat(withhold.outcome()).isEqualTo(OutcomeClass.EXPIRED);
            assertThat(withhold.suspect()).isTrue();
        });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
