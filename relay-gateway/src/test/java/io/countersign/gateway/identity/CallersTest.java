package io.countersign.gateway.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens against an issuer that is asked over HTTP, with the settings that the gateway has. */
class CallersTest {

    private Issuer issuer;
    private PublicJsonWebKey key;
    private Asker asker;

    @BeforeEach
    void start() throws Exception {
        issuer = new Issuer();
        key = Issuer.key("first");
        issuer.publish(key);
        asker = new Asker(new Callers(new DefaultJWTParser(issuer.settings(1))));
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void aGoodTokenTellsAccountSubjectAndRoles() throws Exception {
        Caller caller = asker.known(Issuer.sign(Issuer.claims(), key));

        assertThat(caller.account().value()).isEqualTo("alice");
        assertThat(caller.subject()).isEqualTo("alice@wallet");
        assertThat(caller.roles()).containsExactly(Caller.OWNER);
    }

    @Test
    void whoHasNoNameIsCalledByTheAccount() throws Exception {
        JwtClaims claims = Issuer.claims();
        claims.unsetClaim("sub");
        claims.setStringClaim("upn", "alice@wallet");

        assertThat(asker.known(Issuer.sign(claims, key)).subject()).isEqualTo("alice");
    }

    /** As long as {@code Bearer} and its space, so that the token stands where one is looked for. */
    @ParameterizedTest
    @ValueSource(strings = {"Digest ", "Bearer\t", "BearerX", "       "})
    void anotherSchemeIsNobodys(String scheme) throws Exception {
        assertThat(asker.rejectedAs(scheme, Issuer.sign(Issuer.claims(), key)).status())
                .isEqualTo(401);
    }

    @Test
    void aClockThatIsALittleOffHarmsNobody() throws Exception {
        JwtClaims claims = Issuer.claims();
        claims.setIssuedAt(Issuer.in(Duration.ofHours(-1)));
        claims.setExpirationTime(Issuer.in(Duration.ofSeconds(-10)));

        assertThat(asker.known(Issuer.sign(claims, key)).account().value()).isEqualTo("alice");
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

        assertThat(asker.rejected(Issuer.sign(claims, key)).status()).as(name).isEqualTo(401);
    }

    @Test
    void aSecondFactorIsWhatTheIssuerCallsSoAndWhen() throws Exception {
        assertThat(secondFactor(List.of("pwd", "mfa"), 1_795_000_000L))
                .isEqualTo(Instant.ofEpochSecond(1_795_000_000L));
        assertThat(secondFactor(List.of("pwd"), 1_795_000_000L)).isNull();
        assertThat(secondFactor(List.of(), 1_795_000_000L)).isNull();
        assertThat(secondFactor("mfa", 1_795_000_000L))
                .as("text and not a list")
                .isNull();
        assertThat(secondFactor(List.of("mfa"), "yesterday")).isNull();
        assertThat(secondFactor(List.of("mfa"), -1)).isNull();
    }

    private @Nullable Instant secondFactor(Object methods, Object time) throws Exception {
        JwtClaims claims = Issuer.claims();
        claims.setClaim("amr", methods);
        claims.setClaim("auth_time", time);
        return asker.known(Issuer.sign(claims, key)).secondFactorAt();
    }

    @Test
    void anotherRoleIsForbidden() throws Exception {
        JwtClaims officer = Issuer.claims();
        officer.setStringListClaim("groups", "officer");
        JwtClaims none = Issuer.claims();
        none.unsetClaim("groups");

        assertThat(asker.rejected(Issuer.sign(officer, key)).status()).isEqualTo(403);
        assertThat(asker.rejected(Issuer.sign(none, key)).status()).isEqualTo(403);
    }

    @Test
    void aSignatureThatIsNotTheIssuersIsNobodys() throws Exception {
        String good = Issuer.sign(Issuer.claims(), key);
        PublicJsonWebKey another = Issuer.key("first");
        PublicJsonWebKey rsa = RsaJwkGenerator.generateJwk(2048);
        rsa.setKeyId("rsa");
        rsa.setAlgorithm("RS256");
        issuer.publish(key, rsa);

        assertThat(asker.rejected(Issuer.sign(Issuer.claims(), another)).status())
                .isEqualTo(401);
        assertThat(asker.rejected(Issuer.sign(Issuer.claims(), rsa)).status())
                .as("an algorithm that is not ours")
                .isEqualTo(401);
        assertThat(asker.rejected(unsigned()).status()).as("unsigned").isEqualTo(401);
        assertThat(asker.rejected(signedWithThePublicKey(key)).status())
                .as("the public key as a secret")
                .isEqualTo(401);
        assertThat(asker.rejected(good.substring(0, good.lastIndexOf('.') + 1)).status())
                .isEqualTo(401);
        assertThat(asker.rejected("").status()).isEqualTo(401);
        assertThat(asker.known(good).account().value()).isEqualTo("alice");
    }

    private static void expire(JwtClaims claims) {
        claims.setIssuedAt(Issuer.in(Duration.ofHours(-1)));
        claims.setExpirationTime(Issuer.in(Duration.ofSeconds(-Issuer.SKEW_SECONDS - 10)));
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
}
