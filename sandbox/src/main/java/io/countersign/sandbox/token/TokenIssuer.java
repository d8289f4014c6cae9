package io.countersign.sandbox.token;

import io.countersign.sandbox.keys.KeyFile;
import io.countersign.sandbox.keys.TokenKeys;
import io.countersign.sandbox.settings.SandboxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Stands in for the identity provider: signs bearer tokens that the sandbox's gateway accepts. */
public final class TokenIssuer {
    public static final String ISSUER = "https://sandbox.countersign.invalid";
    public static final String AUDIENCE = "countersign";

    private final TokenKeys.SigningKey key;
    private final Clock clock;

    private TokenIssuer(TokenKeys.SigningKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** Reads the issuer's key from a sandbox's folder of keys. */
    public static TokenIssuer withKeysIn(Path directory, Clock clock) {
        if (!Files.exists(KeyFile.TOKEN_ISSUER_PRIVATE.in(directory))) {
            throw new SandboxException("no keys in " + directory + " yet: start the sandbox once");
        }
        try {
            return new TokenIssuer(new TokenKeys(directory).current(), clock);
        } catch (IOException | GeneralSecurityException e) {
            throw new SandboxException("cannot read the token issuer's key: " + e.getMessage(), e);
        }
    }

    public String issue(TokenRequest request) {
        Instant now = clock.instant();
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject(request.account());
        claims.setStringClaim("account", request.account());
        claims.setStringListClaim("groups", request.role());
        claims.setIssuedAt(date(now));
        claims.setExpirationTime(date(now.plus(request.timeToLive())));
        claims.setGeneratedJwtId();
        if (request.secondFactor()) {
            claims.setStringListClaim("amr", "pwd", "otp", "mfa");
            claims.setClaim("auth_time", now.getEpochSecond());
        }
        return sign(claims);
    }

    private String sign(JwtClaims claims) {
        JsonWebSignature token = new JsonWebSignature();
        token.setPayload(claims.toJson());
        token.setKey(key.key());
        token.setKeyIdHeaderValue(key.id());
        token.setHeader("typ", "JWT");
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("the token issuer's key does not sign", e);
        }
    }

    private static NumericDate date(Instant instant) {
        return NumericDate.fromSeconds(instant.getEpochSecond());
    }
}
