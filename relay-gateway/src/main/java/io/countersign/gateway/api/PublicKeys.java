package io.countersign.gateway.api;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** The public key that a connection's signatures are made for: Ed25519, or RSA of 2048 to 4096 bits, as Binance takes them. */
final class PublicKeys {

    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";
    private static final int LONGEST = 2_048;
    private static final int SMALLEST_RSA = 2_048;
    private static final int LARGEST_RSA = 4_096;

    private PublicKeys() {}

    /** The key in {@code text}, PEM or base64, as base64 of its SubjectPublicKeyInfo. */
    static String canonical(String text) {
        String body = text.strip();
        if (body.startsWith(BEGIN) && body.endsWith(END)) {
            body = body.substring(BEGIN.length(), body.length() - END.length()).replaceAll("\\s", "");
        }
        if (body.length() > LONGEST) {
            throw unusable();
        }
        try {
            byte[] octets = Base64.getDecoder().decode(body);
            for (String algorithm : List.of("Ed25519", "RSA")) {
                byte[] known = encoded(algorithm, octets);
                if (known.length > 0) {
                    return Base64.getEncoder().encodeToString(known);
                }
            }
        } catch (IllegalArgumentException notBase64) {
            throw unusable();
        }
        throw unusable();
    }

    /** Empty when it is no key of {@code algorithm}. */
    private static byte[] encoded(String algorithm, byte[] octets) {
        try {
            PublicKey key = KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(octets));
            boolean usable = !(key instanceof RSAPublicKey rsa) || isReasonable(rsa);
            return usable ? key.getEncoded() : new byte[0];
        } catch (GeneralSecurityException notOne) {
            return new byte[0];
        }
    }

    private static boolean isReasonable(RSAPublicKey key) {
        int bits = key.getModulus().bitLength();
        return bits >= SMALLEST_RSA && bits <= LARGEST_RSA;
    }

    private static RuntimeException unusable() {
        return Bodies.invalid(
                "publicKey: send the public key as PEM or base64, Ed25519 or RSA of 2048 to 4096 bits; leave it out for HMAC");
    }
}
