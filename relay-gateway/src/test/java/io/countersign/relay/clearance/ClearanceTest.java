package io.countersign.relay.clearance;

import static io.countersign.relay.testing.Approvals.ALICE;
import static io.countersign.relay.testing.Approvals.NOON;
import static io.countersign.relay.testing.Approvals.WIRE;
import static io.countersign.relay.testing.Approvals.facts;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.request.RequestFacts;
import io.countersign.reading.EndpointCatalogue;
import io.countersign.reading.StrictReader;
import io.countersign.relay.testing.Approvals;
import io.countersign.wire.codec.SingleObjectFraming;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.message.DecisionBody;
import io.countersign.wire.message.DecisionKind;
import io.countersign.wire.message.DecisionMessage;
import io.countersign.wire.message.Octets;
import io.countersign.wire.seal.WireRequest;
import io.countersign.wire.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ClearanceTest {

    private static final Instant DEADLINE = NOON.plusSeconds(5);
    private static final byte[] KEY = bytes("alice");

    private final Approvals approvals = new Approvals();
    private final TopicCodec<DecisionMessage> codec = new TopicCodec<>(Topics.DECISIONS, new SingleObjectFraming());
    private final Clearance clearance = new Clearance(
            codec,
            approvals.verifier(),
            approvals.opener(),
            new Rereading(new StrictReader(EndpointCatalogue.load(), Set.of()), approvals.fingerprints()),
            Duration.ofMillis(150));

    @Test
    void aGenuineApprovalIsSentAsItWasSealed() {
        Ruling ruling = rule(approvals.approval(facts(DEADLINE), WIRE), NOON);

        assertThat(ruling)
                .isEqualTo(new Ruling.Send(new ClearedRequest(facts(DEADLINE), WIRE, null, DEADLINE.minusMillis(150))));
    }

    @Test
    void onlyAGenuineApprovalIsReadBack() {
        DecisionBody approval = approvals.approval(facts(DEADLINE), WIRE);
        byte[] genuine = codec.encode(approvals.sign(approval));
        byte[] forged = codec.encode(new DecisionMessage(approval, Octets.of(new byte[64])));

        assertThat(clearance.approval(KEY, genuine)).contains(facts(DEADLINE));
        assertThat(clearance.approval(KEY, forged)).isEmpty();
        assertThat(clearance.approval(bytes("mallory"), genuine)).isEmpty();
        assertThat(clearance.approval(KEY, null)).isEmpty();
    }

    @Test
    void aMissingValueIsDistrusted() {
        assertThat(clearance.rule(KEY, null, NOON)).isInstanceOf(Ruling.Distrust.class);
    }

    @Test
    void everyTruncationIsDistrusted() {
        byte[] whole = codec.encode(approvals.sign(approvals.approval(facts(DEADLINE), WIRE)));

        for (int length = 0; length < whole.length; length++) {
            assertThat(clearance.rule(KEY, Arrays.copyOf(whole, length), NOON))
                    .as("%d octets", length)
                    .isInstanceOf(Ruling.Distrust.class);
        }
    }

    @Test
    void noFlippedBitIsEverSent() {
        byte[] whole = codec.encode(approvals.sign(approvals.approval(facts(DEADLINE), WIRE)));

        for (int i = 0; i < whole.length; i++) {
            byte[] altered = whole.clone();
            altered[i] ^= 1;
            assertThat(clearance.rule(KEY, altered, NOON)).as("octet %d", i).isInstanceOf(Ruling.Distrust.class);
        }
    }

    /** From the deadline on it is counted when a request of unknown outcome can no longer be executed. */
    @Test
    void aDeadlineFarBeforeTheSignaturesEndIsRefused() {
        byte[] far = codec.encode(approvals.sign(approvals.approval(facts(DEADLINE.minusMillis(2_001)), WIRE)));
        byte[] near = codec.encode(approvals.sign(approvals.approval(facts(DEADLINE.minusMillis(2_000)), WIRE)));

        assertThat(clearance.rule(KEY, far, NOON)).isInstanceOf(Ruling.Withhold.class);
        assertThat(clearance.rule(KEY, near, NOON)).isInstanceOf(Ruling.Send.class);
    }

    @Test
    void anotherAccountsKeyIsDistrusted() {
        byte[] value = codec.encode(approvals.sign(approvals.approval(facts(DEADLINE), WIRE)));

        assertThat(clearance.rule(bytes("bob"), value, NOON)).isInstanceOf(Ruling.Distrust.class);
        assertThat(clearance.rule(null, value, NOON)).isInstanceOf(Ruling.Distrust.class);
    }

    @Test
    void anotherEnginesCountersignatureIsDistrusted() {
        DecisionMessage forged = new Approvals().sign(approvals.approval(facts(DEADLINE), WIRE));

        assertThat(clearance.rule(KEY, codec.encode(forged), NOON))
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

        assertThat(rule(other, NOON)).isEqualTo(new Ruling.Pass());
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

        assertThat(rule(rejection, NOON)).isEqualTo(new Ruling.Pass());
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

        assertThat(rule(other, NOON)).isInstanceOf(Ruling.Distrust.class);
    }

    @Test
    void aSealForSomeoneElseIsNeverSentAndReleased() {
        DecisionBody sealedElsewhere = new Approvals().approval(facts(DEADLINE), WIRE);

        assertThat(rule(sealedElsewhere, NOON)).satisfies(ClearanceTest::isSuspectAndExpired);
    }

    @Test
    void octetsWithAnotherDigestAreNeverSentAndReleased() {
        WireRequest more = new WireRequest("POST", WIRE.target() + "1", null, WIRE.apiKey(), Octets.EMPTY);

        assertThat(rule(approvals.approval(facts(DEADLINE), more), NOON)).satisfies(ClearanceTest::isSuspectAndExpired);
    }

    /** A hostile gateway tells the engine one thing and seals another. */
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whatIsNotWhatWasJudgedIsNeverSent(String what, RequestFacts told) {
        assertThat(rule(approvals.approval(told, WIRE), NOON)).as(what).satisfies(ClearanceTest::isSuspectAndExpired);
    }

    static Stream<Arguments> whatIsNotWhatWasJudgedIsNeverSent() {
        return Told.lies(facts(DEADLINE)).entrySet().stream().map(lie -> Arguments.of(lie.getKey(), lie.getValue()));
    }

    @Test
    void anApprovalWithoutOctetsIsDistrusted() {
        RequestFacts facts = facts(DEADLINE);

        assertThat(rule(Approvals.body(facts, null), NOON)).isInstanceOf(Ruling.Distrust.class);
    }

    private Ruling rule(DecisionBody body, Instant now) {
        return clearance.rule(KEY, codec.encode(approvals.sign(body)), now);
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
