package io.countersign.gateway.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ConnectionId;
import io.countersign.gateway.log.Followed;
import io.countersign.gateway.signature.SignatureRule;
import io.countersign.wire.codec.Read;
import io.countersign.wire.keys.ExchangeKey;
import io.countersign.wire.message.ConnectionMessage;
import io.countersign.wire.message.KeyKind;
import io.countersign.wire.message.Octets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConnectionViewTest {

    private static final AccountId ALICE = new AccountId("alice");
    private static final AccountId BOB = new AccountId("bob");
    private static final ConnectionId PHONE = new ConnectionId("c0".repeat(16));
    private static final ConnectionMessage ALICES = new ConnectionMessage(ALICE, KeyKind.HMAC, null, Instant.EPOCH);
    private static final ConnectionMessage BOBS = new ConnectionMessage(BOB, KeyKind.ED25519, key(), Instant.EPOCH);

    private final ConnectionView view = new ConnectionView();

    @Test
    void aConnectionIsCheckedWithItsOwnKeyAndForItsAccountAlone() {
        tell(0, new Read.Value<>(BOBS));

        assertThat(view.rule(BOB, PHONE))
                .contains(new SignatureRule.Verifiable(ExchangeKey.read(key()).orElseThrow()));
        assertThat(view.rule(ALICE, PHONE)).isEmpty();
        assertThat(view.rule(BOB, new ConnectionId("c1".repeat(16)))).isEmpty();
    }

    @Test
    void whatIsUnboundIsNobodysAndMayBeAnothersNext() {
        tell(0, new Read.Value<>(ALICES));
        tell(1, null);
        assertThat(view.rule(ALICE, PHONE)).isEmpty();

        tell(2, new Read.Value<>(BOBS));

        assertThat(view.rule(ALICE, PHONE)).isEmpty();
        assertThat(view.rule(BOB, PHONE)).isPresent();
    }

    /** For a moment it would show what was so long ago, and check with a key that is no longer the phone's. */
    @Test
    void followingAgainFromTheBeginningShowsNothingOld() {
        tell(0, new Read.Value<>(ALICES));
        tell(1, null);
        tell(2, new Read.Value<>(BOBS));

        tell(0, new Read.Value<>(ALICES));

        assertThat(view.rule(ALICE, PHONE)).isEmpty();
        assertThat(view.rule(BOB, PHONE)).isPresent();
    }

    @Test
    void whatCannotBeReadLetsNothingPass() {
        tell(0, new Read.Value<>(ALICES));
        tell(1, new Read.Unreadable<>("garbage"));
        assertThat(view.rule(ALICE, PHONE)).contains(new SignatureRule.Unusable());
        assertThat(view.rule(BOB, PHONE)).contains(new SignatureRule.Unusable());

        tell(2, new Read.Value<>(new ConnectionMessage(ALICE, KeyKind.RSA, Octets.of(new byte[9]), Instant.EPOCH)));

        assertThat(view.rule(ALICE, PHONE)).contains(new SignatureRule.Unusable());
        assertThat(view.rule(BOB, PHONE)).isEmpty();
    }

    @Test
    void whoWaitsForAConnectionHearsOfIt() {
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(
                () -> view.await(() -> view.rule(ALICE, PHONE).isPresent(), Duration.ofSeconds(30)));

        tell(0, new Read.Value<>(ALICES));

        assertThat(waiting.join()).isTrue();
        assertThat(view.await(() -> false, Duration.ofMillis(1))).isFalse();
    }

    private void tell(long offset, @Nullable Read<ConnectionMessage> value) {
        Octets key = Octets.of(PHONE.fingerprint().getBytes(StandardCharsets.US_ASCII));
        view.told(new Followed.Entry<>(key, 0, offset, value));
    }

    private static final class Keys {
        static final Octets ED25519 = make();

        private static Octets make() {
            try {
                return Octets.of(KeyPairGenerator.getInstance("Ed25519")
                        .generateKeyPair()
                        .getPublic()
                        .getEncoded());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static Octets key() {
        return Keys.ED25519;
    }
}
