package io.countersign.wire.seal;

import static io.countersign.domain.testing.Samples.ALICE;
import static io.countersign.domain.testing.Samples.requestId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.WireDigest;
import io.countersign.wire.codec.UnreadableException;
import io.countersign.wire.message.Octets;
import io.countersign.wire.testing.RandomMessages;
import io.countersign.wire.testing.TestKeys;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SealedRequestsTest {

    private static final TestKeys RELAY = TestKeys.sealing();
    private static final WireRequest REQUEST = new WireRequest(
            "POST", "/sapi/v1/capital/withdraw/apply?coin=USDT", null, "the api key", Octets.of(new byte[] {
                0, -1, 13, 10
            }));
    private static final Octets ENCODED = SealedRequests.encode(REQUEST);
    private static final WireDigest DIGEST = SealedRequests.digest(ENCODED);
    private static final Octets SEALED = SealedRequests.seal(RELAY.encrypt(), ALICE, requestId(1), ENCODED);

    @Test
    void theRelayReadsWhatTheGatewaySealed() {
        assertThat(SealedRequests.open(RELAY.decrypt(), ALICE, requestId(1), DIGEST, SEALED))
                .isEqualTo(REQUEST);
    }

    @Test
    void anotherKeyDoesNotOpenIt() {
        assertThatThrownBy(() -> SealedRequests.open(TestKeys.sealing().decrypt(), ALICE, requestId(1), DIGEST, SEALED))
                .isInstanceOf(UnreadableException.class);
    }

    @Test
    void itCannotBeMovedToAnotherAccount() {
        assertThatThrownBy(
                        () -> SealedRequests.open(RELAY.decrypt(), new AccountId("bob"), requestId(1), DIGEST, SEALED))
                .isInstanceOf(UnreadableException.class);
    }

    @Test
    void itCannotBeMovedToAnotherRequest() {
        assertThatThrownBy(() -> SealedRequests.open(RELAY.decrypt(), ALICE, requestId(2), DIGEST, SEALED))
                .isInstanceOf(UnreadableException.class);
    }

    @Test
    void whatWasApprovedIsWhatOpens() {
        WireDigest other = SealedRequests.digest(Octets.EMPTY);

        assertThatThrownBy(() -> SealedRequests.open(RELAY.decrypt(), ALICE, requestId(1), other, SEALED))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("digests differ");
    }

    @Test
    void noOctetCanBeAltered() {
        for (int i = 0; i < SEALED.length(); i++) {
            byte[] altered = SEALED.toBytes();
            altered[i] ^= 1;
            assertThatThrownBy(
                            () -> SealedRequests.open(RELAY.decrypt(), ALICE, requestId(1), DIGEST, Octets.of(altered)))
                    .as("octet %d", i)
                    .isInstanceOf(UnreadableException.class);
        }
    }

    @Test
    void aRequestIsNotOpenedAsAnAnswer() {
        assertThatThrownBy(() -> SealedAnswers.open(RELAY.decrypt(), ALICE, requestId(1), SEALED))
                .isInstanceOf(UnreadableException.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("io.countersign.domain.testing.Seeds#fewSeeds")
    void anAnswerOpensOnlyForItsRequest(long seed) {
        WireAnswer answer = new RandomMessages(new Random(seed)).wireAnswer();
        Octets sealed = SealedAnswers.seal(RELAY.encrypt(), ALICE, requestId(1), answer);

        assertThat(SealedAnswers.open(RELAY.decrypt(), ALICE, requestId(1), sealed))
                .isEqualTo(answer);
        assertThatThrownBy(() -> SealedAnswers.open(RELAY.decrypt(), ALICE, requestId(2), sealed))
                .isInstanceOf(UnreadableException.class);
    }

    @Test
    void whatIsPrintedTellsNoSecret() {
        assertThat(REQUEST).hasToString("POST /sapi/v1/capital/withdraw/apply");
        assertThat(new WireAnswer(200, java.util.List.of(), ENCODED)).hasToString("HTTP 200");
        assertThat(SEALED.toString()).endsWith(" octets");
    }
}
