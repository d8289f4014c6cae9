package io.countersign.sandbox.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** The token issuer's key pair (ES256): a PEM file for who issues, a JWK set for who verifies. */
public final class TokenKeys {
    /** The id of the key in the JWK set and in every token's header. */
    public static final String KEY_ID = "sandbox-token-issuer";

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private final Path directory;

    public TokenKeys(Path directory) {
        this.directory = directory;
    }

    void ensure() throws IOException, GeneralSecurityException {
        Path privateFile = KeyFile.TOKEN_ISSUER_PRIVATE.in(directory);
        if (Files.exists(privateFile)) {
            return;
        }
        EllipticCurveJsonWebKey pair = generate();
        String publicSet = new JsonWebKeySet(pair).toJson(OutputControlLevel.PUBLIC_ONLY);
        PrivateFiles.write(KeyFile.TOKEN_ISSUER_JWKS.in(directory), publicSet);
        PrivateFiles.write(privateFile, pem(pair.getEcPrivateKey()));
    }

    public PrivateKey privateKey() throws IOException, GeneralSecurityException {
        String pem = Files.readString(KeyFile.TOKEN_ISSUER_PRIVATE.in(directory));
        String body = pem.replace(BEGIN, "").replace(END, "").strip();
        byte[] encoded = Base64.getMimeDecoder().decode(body);
        return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    private static EllipticCurveJsonWebKey generate() throws GeneralSecurityException {
        try {
            EllipticCurveJsonWebKey pair = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            pair.setKeyId(KEY_ID);
            pair.setUse("sig");
            pair.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            return pair;
        } catch (JoseException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static String pem(PrivateKey key) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return BEGIN + "\n" + body + "\n" + END + "\n";
    }
}
