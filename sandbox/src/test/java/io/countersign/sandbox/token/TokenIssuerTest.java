package io.countersign.sandbox.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.sandbox.keys.KeyFile;
import io.countersign.sandbox.keys.SandboxKeys;
import io.countersign.sandbox.settings.SandboxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenIssuerTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    private Path keys = Path.of("");

    @Test
    void aTokenSaysWhoMayDoWhatUntilWhen() throws Exception {
        JwtClaims claims = verify(issuer().issue(TokenRequest.owner("alice")));

        assertThat(claims.getSubject()).isEqualTo("alice");
        assertThat(claims.getStringClaimValue("account")).isEqualTo("alice");
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("owner");
        assertThat(claims.getIssuedAt().getValue()).isEqualTo(NOON.getEpochSecond());
        assertThat(claims.getExpirationTime().getValue())
                .isEqualTo(NOON.plus(Duration.ofHours(1)).getEpochSecond());
        assertThat(claims.getJwtId()).isNotBlank();
        assertThat(claims.hasClaim("amr")).isFalse();
    }

    @Test
    void aSecondFactorIsInTheToken() throws Exception {
        JwtClaims claims = verify(issuer().issue(TokenRequest.owner("alice").withSecondFactor()));

        assertThat(claims.getStringListClaimValue("amr")).contains("otp", "mfa");
        assertThat(claims.getNumericDateClaimValue("auth_time").getValue()).isEqualTo(NOON.getEpochSecond());
    }

    @Test
    void noTwoTokensAreTheSame() throws Exception {
        TokenIssuer issuer = issuer();

        assertThat(verify(issuer.issue(TokenRequest.owner("alice"))).getJwtId())
                .isNotEqualTo(verify(issuer.issue(TokenRequest.owner("alice"))).getJwtId());
    }

    @Test
    void anUnknownRoleIsRefused() {
        assertThatThrownBy(() -> new TokenRequest("alice", "root", Duration.ofHours(1), false))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("root");
    }

    @Test
    void withoutKeysTheRemedyIsNamed() {
        assertThatThrownBy(() -> TokenIssuer.withKeysIn(keys, Clock.systemUTC()))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("start the sandbox once");
    }

    private TokenIssuer issuer() {
        new SandboxKeys(keys).ensure();
        return TokenIssuer.withKeysIn(keys, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private JwtClaims verify(String token) throws Exception {
        JsonWebKeySet published = new JsonWebKeySet(Files.readString(KeyFile.TOKEN_ISSUER_JWKS.in(keys)));
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(published.getJsonWebKeys()))
                .setExpectedIssuer(TokenIssuer.ISSUER)
                .setExpectedAudience(TokenIssuer.AUDIENCE)
                .setEvaluationTime(NumericDate.fromSeconds(NOON.getEpochSecond()))
                .build()
                .processToClaims(token);
    }
}
