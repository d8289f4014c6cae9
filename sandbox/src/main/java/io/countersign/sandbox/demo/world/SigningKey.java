package io.countersign.sandbox.demo.world;

import com.binance.connector.client.utils.signaturegenerator.Ed25519SignatureGenerator;
import com.binance.connector.client.utils.signaturegenerator.HmacSignatureGenerator;
import com.binance.connector.client.utils.signaturegenerator.RsaSignatureGenerator;
import com.binance.connector.client.utils.signaturegenerator.SignatureGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A key that was made for one run: the half that signs, and the half that the stand-in is given.
 *
 * @param field of the stand-in's control API that takes {@code known}
 */
record SigningKey(SignatureGenerator signer, String field, String known) {
    private static final int SECRET_CHARACTERS = 64;
    private static final String PUBLIC_KEY = "publicKey";
    private static final int RSA_BITS = 2048;

    /** What the gateway verifies with; null for HMAC. */
    @Nullable
    String publicKey() {
        return field.equals(PUBLIC_KEY) ? known : null;
    }

    static SigningKey generate(KeyType type, Names names) {
        return switch (type) {
            case HMAC -> hmac(names.apiKey(SECRET_CHARACTERS));
            case RSA -> pair("RSA", RSA_BITS);
            case ED25519 -> pair("Ed25519", 0);
        };
    }

    private static SigningKey hmac(String secret) {
        return new SigningKey(new HmacSignatureGenerator(secret), "secret", secret);
    }

    private static SigningKey pair(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (bits > 0) {
                generator.initialize(bits);
            }
            KeyPair pair = generator.generateKeyPair();
            return new SigningKey(signer(algorithm, pair), PUBLIC_KEY, pem("PUBLIC KEY", pair.getPublic()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK makes " + algorithm + " keys", e);
        }
    }

    /** The connector takes private keys only from a file, which it reads once. */
    private static SignatureGenerator signer(String algorithm, KeyPair pair) {
        try {
            Path file = Files.createTempFile("countersign-demo", ".pem");
            try {
                Files.writeString(file, pem("PRIVATE KEY", pair.getPrivate()));
                return algorithm.equals("RSA")
                        ? new RsaSignatureGenerator(file.toString())
                        : new Ed25519SignatureGenerator(file.toString());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot hand a key to the client", e);
        }
    }

    private static String pem(String name, Key key) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(name, body);
    }
}
