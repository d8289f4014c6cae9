package io.countersign.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long a key is good for tokens, and a verified token for more calls. */
class TokenMemoryTest {

    private final AtomicLong ticks = new AtomicLong();
    private final AtomicInteger parsed = new AtomicInteger();
    private Instant now = Instant.now();
    private Issuer issuer;
    private PublicJsonWebKey key;
    private Asker asker;

    @BeforeEach
    void start() throws Exception {
        issuer = new Issuer();
        key = Issuer.key("first");
        issuer.publish(key);
        asker = asker(1);
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void aNewKeyIsFetchedAndAnOldOneIsGoodUntilItIsDropped() throws Exception {
        asker = asker(0);
        PublicJsonWebKey next = Issuer.key("second");
        String old = Issuer.sign(Issuer.claims(), key);
        useUntilKeysMayBeFetchedAgain(old);

        issuer.publish(key, next);
        assertThat(asker.known(Issuer.sign(Issuer.claims(), next))).isNotNull();
        useUntilKeysMayBeFetchedAgain(old);

        issuer.publish(next);
        assertThat(asker.rejected(Issuer.sign(Issuer.claims(), Issuer.key("third")))
                        .status())
                .isEqualTo(401);
        ticks.addAndGet(VerifiedTokens.MEMORY.toNanos() + 1);
        assertThat(asker.rejected(old).status()).as("its key was dropped").isEqualTo(401);
    }

    @Test
    void aTokenIsVerifiedOnceInAWhileAndOnlyUntilItEnds() throws Exception {
        String token = Issuer.sign(Issuer.claims(), key);
        for (int i = 0; i < 5; i++) {
            asker.known(token);
        }
        assertThat(parsed).hasValue(1);

        ticks.addAndGet(VerifiedTokens.MEMORY.toNanos() + 1);
        asker.known(token);
        assertThat(parsed).as("after a while").hasValue(2);

        now = now.plus(Duration.ofHours(2));
        asker.known(token);
        assertThat(parsed).as("by our clock it has ended").hasValue(3);
    }

    @Test
    void whatIsRememberedIsForThatTokenAndItsRolesAlone() throws Exception {
        String token = Issuer.sign(Issuer.claims(), key);
        asker.known(token);

        assertThat(asker.callers().identify("Bearer " + token, Caller.OFFICER))
                .isInstanceOf(Identification.Rejected.class);
        assertThat(asker.rejected(token.substring(0, token.length() - 4) + "AAAA")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aRefusalIsNotRemembered() throws Exception {
        PublicJsonWebKey next = Issuer.key("second");
        asker = asker(0);
        useUntilKeysMayBeFetchedAgain(Issuer.sign(Issuer.claims(), key));
        String early = Issuer.sign(Issuer.claims(), next);
        assertThat(asker.rejected(early).status()).isEqualTo(401);
        issuer.publish(key, next);
        useUntilKeysMayBeFetchedAgain(Issuer.sign(Issuer.claims(), key));

        assertThat(asker.known(early).account().value()).isEqualTo("alice");
    }

    /** Whoever makes up key ids must not make the gateway ask the issuer each time. */
    @Test
    void unknownKeysAreAskedForOnceAMinute() throws Exception {
        useUntilKeysMayBeFetchedAgain(Issuer.sign(Issuer.claims(), key));
        int before = issuer.fetches();

        for (int i = 0; i < 20; i++) {
            assertThat(asker.rejected(Issuer.sign(Issuer.claims(), Issuer.key("made-up-" + i)))
                            .status())
                    .isEqualTo(401);
        }

        assertThat(issuer.fetches()).isEqualTo(before + 1);
    }

    @Test
    void anIssuerThatIsAwayTakesNobodyAway() throws Exception {
        String token = Issuer.sign(Issuer.claims(), key);
        assertThat(asker.known(token)).isNotNull();
        issuer.close();

        assertThat(asker.rejected(Issuer.sign(Issuer.claims(), Issuer.key("unknown")))
                        .status())
                .isEqualTo(401);
        assertThat(asker.known(token)).isNotNull();
    }

    /** The library fetches no keys within 300 ms of a fetch, whatever the reason. */
    private void useUntilKeysMayBeFetchedAgain(String token) {
        Instant then = Instant.now().plus(Duration.ofMillis(400));
        while (Instant.now().isBefore(then)) {
            assertThat(asker.known(token)).isNotNull();
        }
    }

    private Asker asker(int forcedRefreshMinutes) {
        CountingParser parser = new CountingParser(issuer.settings(forcedRefreshMinutes));
        return new Asker(new Callers(parser, new VerifiedTokens(() -> now, ticks::get)));
    }

    /** The gateway's parser, and how often it was asked. */
    private final class CountingParser extends DefaultJWTParser {

        private CountingParser(JWTAuthContextInfo info) {
            super(info);
        }

        @Override
        public JsonWebToken parse(String token) throws ParseException {
            parsed.incrementAndGet();
            return super.parse(token);
        }
    }
}
