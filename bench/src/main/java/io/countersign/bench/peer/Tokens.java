package io.countersign.bench.peer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.countersign.sandbox.token.TokenIssuer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;

/** Whose a bearer token is: ES256, verified once a minute, as in the gateway. */
final class Tokens {

    private static final String SCHEME = "Bearer ";
    private static final String OWNER = "owner";
    private static final int SKEW_SECONDS = 30;
    private static final Duration MEMORY = Duration.ofMinutes(1);
    private static final int MOST = 20_000;

    private final JwtConsumer consumer;
    private final Cache<String, String> verified =
            Caffeine.newBuilder().expireAfterWrite(MEMORY).maximumSize(MOST).build();

    /** Keys are fetched from {@code issuerKeys}, a JWK set. */
    Tokens(String issuerKeys) {
        this.consumer = new JwtConsumerBuilder()
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(new HttpsJwks(issuerKeys)))
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT,
                        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
                .setExpectedIssuer(TokenIssuer.ISSUER)
                .setExpectedAudience(TokenIssuer.AUDIENCE)
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .setRequireExpirationTime()
                .build();
    }

    /** The account of an owner's token; empty when the header {@code authorization} shows none. */
    Optional<String> account(List<String> authorization) {
        if (authorization.size() != 1 || !authorization.getFirst().startsWith(SCHEME)) {
            return Optional.empty();
        }
        String token = authorization.getFirst().substring(SCHEME.length());
        return Optional.ofNullable(verified.get(token, this::verify));
    }

    @SuppressWarnings("NullAway") // Caffeine takes null for nothing to remember.
    private String verify(String token) {
        try {
            JwtClaims claims = consumer.processToClaims(token);
            return claims.getStringListClaimValue("groups").contains(OWNER)
                    ? claims.getStringClaimValue("account")
                    : null;
        } catch (InvalidJwtException | MalformedClaimException refused) {
            return null;
        }
    }
}
