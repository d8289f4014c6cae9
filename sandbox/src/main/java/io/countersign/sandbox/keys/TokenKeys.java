package io.countersign.sandbox.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** The token issuer's keys (ES256): one signs; the JWK set has its public half, and those of earlier ones until they are dropped. */
public final class TokenKeys {
    private static final int KEY_ID_CHARACTERS = 16;

    private final Path directory;

    public TokenKeys(Path directory) {
        this.directory = directory;
    }

    /** The key that signs, and the id by which tokens name it. */
    public record SigningKey(String id, PrivateKey key) {}

    void ensure() throws IOException, GeneralSecurityException {
        if (!Files.exists(KeyFile.TOKEN_ISSUER_PRIVATE.in(directory))) {
            sign(generate(), List.of());
        }
    }

    /** The key that tokens are signed with from now on. */
    public SigningKey current() throws IOException, GeneralSecurityException {
        PublicJsonWebKey pair = pair();
        return new SigningKey(pair.getKeyId(), pair.getPrivateKey());
    }

    /** Signs with a new key; tokens of the earlier ones stay good. Returns the new key's id. */
    public String rotate() throws IOException, GeneralSecurityException {
        EllipticCurveJsonWebKey next = generate();
        sign(next, published());
        return next.getKeyId();
    }

    /** Drops every key but the one that signs: tokens of the others are refused. Returns how many were dropped. */
    public int dropOld() throws IOException, GeneralSecurityException {
        int before = published().size();
        publish(List.of(pair()));
        return before - 1;
    }

    /** Whoever verifies knows a key before anything is signed with it. */
    private void sign(PublicJsonWebKey next, List<JsonWebKey> earlier) throws IOException {
        List<JsonWebKey> all = new ArrayList<>(earlier);
        all.add(next);
        publish(all);
        PrivateFiles.write(
                KeyFile.TOKEN_ISSUER_PRIVATE.in(directory), next.toJson(OutputControlLevel.INCLUDE_PRIVATE) + "\n");
    }

    private void publish(List<? extends JsonWebKey> keys) throws IOException {
        PrivateFiles.write(
                KeyFile.TOKEN_ISSUER_JWKS.in(directory),
                new JsonWebKeySet(keys).toJson(OutputControlLevel.PUBLIC_ONLY) + "\n");
    }

    private List<JsonWebKey> published() throws IOException, GeneralSecurityException {
        try {
            return new JsonWebKeySet(Files.readString(KeyFile.TOKEN_ISSUER_JWKS.in(directory))).getJsonWebKeys();
        } catch (JoseException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private PublicJsonWebKey pair() throws IOException, GeneralSecurityException {
        try {
            return PublicJsonWebKey.Factory.newPublicJwk(Files.readString(KeyFile.TOKEN_ISSUER_PRIVATE.in(directory)));
        } catch (JoseException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static EllipticCurveJsonWebKey generate() throws GeneralSecurityException {
        try {
            EllipticCurveJsonWebKey pair = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            pair.setKeyId(pair.calculateBase64urlEncodedThumbprint("SHA-256").substring(0, KEY_ID_CHARACTERS));
            pair.setUse("sig");
            pair.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            return pair;
        } catch (JoseException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
