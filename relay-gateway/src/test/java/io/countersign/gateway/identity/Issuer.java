package io.countersign.gateway.identity;

import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** An identity provider on loopback, with as many keys as it is given. */
final class Issuer implements AutoCloseable {

    static final String NAME = "https://issuer.test";
    static final String AUDIENCE = "countersign";
    static final int SKEW_SECONDS = 30;

    private final HttpServer server;
    private final AtomicInteger fetches = new AtomicInteger();
    private volatile List<? extends JsonWebKey> published = List.of();

    Issuer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/jwks", exchange -> {
            fetches.incrementAndGet();
            byte[] body = new JsonWebKeySet(published)
                    .toJson(OutputControlLevel.PUBLIC_ONLY)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    String keys() {
        return "http://127.0.0.1:%d/jwks".formatted(server.getAddress().getPort());
    }

    /** The gateway's settings, but for how often keys are fetched again for the sake of one that is not known. */
    JWTAuthContextInfo settings(int forcedRefreshMinutes) {
        JWTAuthContextInfo info = new JWTAuthContextInfo();
        info.setPublicKeyLocation(keys());
        info.setSignatureAlgorithm(Set.of(SignatureAlgorithm.ES256));
        info.setIssuedBy(NAME);
        info.setExpectedAudience(Set.of(AUDIENCE));
        info.setClockSkew(SKEW_SECONDS);
        info.setJwksRefreshInterval(5);
        info.setForcedJwksRefreshInterval(forcedRefreshMinutes);
        info.setJwksRetainCacheOnErrorDuration(3600);
        return info;
    }

    int fetches() {
        return fetches.get();
    }

    void publish(JsonWebKey... keys) {
        published = List.of(keys);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    static PublicJsonWebKey key(String id) throws JoseException {
        PublicJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        key.setKeyId(id);
        key.setAlgorithm("ES256");
        return key;
    }

    /** Alice's, for another hour. */
    static JwtClaims claims() {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(NAME);
        claims.setAudience(AUDIENCE);
        claims.setSubject("alice@wallet");
        claims.setStringClaim("account", "alice");
        claims.setStringListClaim("groups", "owner");
        claims.setIssuedAtToNow();
        claims.setExpirationTime(in(Duration.ofHours(1)));
        return claims;
    }

    static NumericDate in(Duration time) {
        NumericDate date = NumericDate.now();
        date.addSeconds(time.toSeconds());
        return date;
    }

    static String sign(JwtClaims claims, PublicJsonWebKey key) throws JoseException {
        JsonWebSignature token = new JsonWebSignature();
        token.setPayload(claims.toJson());
        token.setKey(key.getPrivateKey());
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setAlgorithmHeaderValue(key.getAlgorithm());
        return token.getCompactSerialization();
    }
}
