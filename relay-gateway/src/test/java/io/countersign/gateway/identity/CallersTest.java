package io.countersign.gateway.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.answer.Problem;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens against an issuer that is asked over HTTP, with the settings that the gateway has. */
class CallersTest {

    private static final int SKEW_SECONDS = 30;

    private Issuer issuer;
    private PublicJsonWebKey key;
    private Callers callers;

    @BeforeEach
    void start() throws Exception {
        issuer = new Issuer();
        key = Issuer.key("first");
        issuer.publish(key);
        callers = callers(1);
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void aGoodTokenTellsAccountSubjectAndRoles() throws Exception {
        Caller caller = known(Issuer.sign(Issuer.claims(), key));

        assertThat(caller.account().value()).isEqualTo("alice");
        assertThat(caller.subject()).isEqualTo("alice@wallet");
        assertThat(caller.roles()).containsExactly(Caller.OWNER);
    }

    @Test
    void aClockThatIsALittleOffHarmsNobody() throws Exception {
        JwtClaims claims = Issuer.claims();
        claims.setIssuedAt(Issuer.in(Duration.ofHours(-1)));
        claims.setExpirationTime(Issuer.in(Duration.ofSeconds(-10)));

        assertThat(known(Issuer.sign(claims, key)).account().value()).isEqualTo("alice");
    }

    static Stream<Object[]> wrong() {
        return Stream.of(
                wrong("expired", CallersTest::expire),
                wrong("without an end", claims -> claims.unsetClaim("exp")),
                wrong("not valid yet", claims -> claims.setNotBefore(Issuer.in(Duration.ofMinutes(2)))),
                wrong("of another issuer", claims -> claims.setIssuer("https://issuer.example")),
                wrong("of no issuer", claims -> claims.unsetClaim("iss")),
                wrong("for somebody else", claims -> claims.setAudience("another")),
                wrong("for nobody", claims -> claims.unsetClaim("aud")),
                wrong("without an account", claims -> claims.unsetClaim("account")),
                wrong("with a number for an account", claims -> claims.setClaim("account", 7)),
                wrong("with a list of accounts", claims -> claims.setStringListClaim("account", "alice")),
                wrong("with an account that is none", claims -> claims.setStringClaim("account", "alice/bob")),
                wrong("with the house's account", claims -> claims.setStringClaim("account", "_house")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void aTokenWithAWrongClaimIsNobodys(String name, Consumer<JwtClaims> change) throws Exception {
        JwtClaims claims = Issuer.claims();
        change.accept(claims);

        assertThat(rejected(Issuer.sign(claims, key)).status()).as(name).isEqualTo(401);
    }

    @Test
    void anotherRoleIsForbidden() throws Exception {
        JwtClaims officer = Issuer.claims();
        officer.setStringListClaim("groups", "officer");
        JwtClaims none = Issuer.claims();
        none.unsetClaim("groups");

        assertThat(rejected(Issuer.sign(officer, key)).status()).isEqualTo(403);
        assertThat(rejected(Issuer.sign(none, key)).status()).isEqualTo(403);
    }

    @Test
    void aSignatureThatIsNotTheIssuersIsNobodys() throws Exception {
        String good = Issuer.sign(Issuer.claims(), key);
        PublicJsonWebKey another = Issuer.key("first");
        PublicJsonWebKey rsa = RsaJwkGenerator.generateJwk(2048);
        rsa.setKeyId("rsa");
        rsa.setAlgorithm("RS256");
        issuer.publish(key, rsa);

        assertThat(rejected(Issuer.sign(Issuer.claims(), another)).status()).isEqualTo(401);
        assertThat(rejected(Issuer.sign(Issuer.claims(), rsa)).status())
                .as("an algorithm that is not ours")
                .isEqualTo(401);
        assertThat(rejected(unsigned()).status()).as("unsigned").isEqualTo(401);
        assertThat(rejected(signedWithThePublicKey(key)).status())
                .as("the public key as a secret")
                .isEqualTo(401);
        assertThat(rejected(good.substring(0, good.lastIndexOf('.') + 1)).status())
                .isEqualTo(401);
        assertThat(rejected("").status()).isEqualTo(401);
        assertThat(known(good).account().value()).isEqualTo("alice");
    }

    @Test
    void aNewKeyIsFetchedAndAnOldOneIsGoodUntilItIsDropped() throws Exception {
        callers = callers(0);
        PublicJsonWebKey next = Issuer.key("second");
        String old = Issuer.sign(Issuer.claims(), key);
        useUntilKeysMayBeFetchedAgain(old);

        issuer.publish(key, next);
        assertThat(known(Issuer.sign(Issuer.claims(), next))).isNotNull();
        useUntilKeysMayBeFetchedAgain(old);

        issuer.publish(next);
        assertThat(rejected(Issuer.sign(Issuer.claims(), Issuer.key("third"))).status())
                .isEqualTo(401);
        assertThat(rejected(old).status()).as("its key was dropped").isEqualTo(401);
    }

    /** Whoever makes up key ids must not make the gateway ask the issuer each time. */
    @Test
    void unknownKeysAreAskedForOnceAMinute() throws Exception {
        useUntilKeysMayBeFetchedAgain(Issuer.sign(Issuer.claims(), key));
        int before = issuer.fetches();

        for (int i = 0; i < 20; i++) {
            assertThat(rejected(Issuer.sign(Issuer.claims(), Issuer.key("made-up-" + i)))
                            .status())
                    .isEqualTo(401);
        }

        assertThat(issuer.fetches()).isEqualTo(before + 1);
    }

    @Test
    void anIssuerThatIsAwayTakesNobodyAway() throws Exception {
        String token = Issuer.sign(Issuer.claims(), key);
        assertThat(known(token)).isNotNull();
        issuer.close();

        assertThat(rejected(Issuer.sign(Issuer.claims(), Issuer.key("unknown"))).status())
                .isEqualTo(401);
        assertThat(known(token)).isNotNull();
    }

    private static void expire(JwtClaims claims) {
        claims.setIssuedAt(Issuer.in(Duration.ofHours(-1)));
        claims.setExpirationTime(Issuer.in(Duration.ofSeconds(-SKEW_SECONDS - 10)));
    }

    /** The library fetches no keys within 300 ms of a fetch, whatever the reason. */
    private void useUntilKeysMayBeFetchedAgain(String token) {
        Instant then = Instant.now().plus(Duration.ofMillis(400));
        while (Instant.now().isBefore(then)) {
            assertThat(known(token)).isNotNull();
        }
    }

    private Callers callers(int forcedRefreshMinutes) {
        JWTAuthContextInfo info = new JWTAuthContextInfo();
        info.setPublicKeyLocation(issuer.keys());
        info.setSignatureAlgorithm(Set.of(SignatureAlgorithm.ES256));
        info.setIssuedBy(Issuer.NAME);
        info.setExpectedAudience(Set.of(Issuer.AUDIENCE));
        info.setClockSkew(SKEW_SECONDS);
        info.setJwksRefreshInterval(5);
        info.setForcedJwksRefreshInterval(forcedRefreshMinutes);
        info.setJwksRetainCacheOnErrorDuration(3600);
        return new Callers(new DefaultJWTParser(info));
    }

    private static Object[] wrong(String name, Consumer<JwtClaims> change) {
        return new Object[] {name, change};
    }

    private static String unsigned() throws Exception {
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        token.setAlgorithmHeaderValue("none");
        token.setPayload(Issuer.claims().toJson());
        return token.getCompactSerialization();
    }

    private static String signedWithThePublicKey(PublicJsonWebKey key) throws Exception {
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue("HS256");
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setKey(new HmacKey(Base64.getUrlEncoder()
                .encode(key.toJson(OutputControlLevel.PUBLIC_ONLY).getBytes(UTF_8))));
        token.setPayload(Issuer.claims().toJson());
        return token.getCompactSerialization();
    }

    private Caller known(String token) {
        return switch (callers.identify("Bearer " + token, Caller.OWNER)) {
            case Identification.Known known -> known.caller();
            case Identification.Rejected rejected -> throw new AssertionError(rejected.problem());
        };
    }

    private Problem rejected(String token) {
        return switch (callers.identify("Bearer " + token, Caller.OWNER)) {
            case Identification.Known known -> throw new AssertionError(known);
            case Identification.Rejected rejected -> rejected.problem();
        };
    }
}
