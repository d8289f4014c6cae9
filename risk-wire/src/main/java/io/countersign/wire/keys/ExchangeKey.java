package io.countersign.wire.keys;

import io.countersign.wire.message.KeyKind;
import io.countersign.wire.message.Octets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/** The public key that a connection's signatures are made for: Ed25519, or RSA of 2048 to 4096 bits, as Binance takes them. */
public record ExchangeKey(KeyKind kind, PublicKey key) {

    private static final int SMALLEST_RSA = 2_048;
    private static final int LARGEST_RSA = 4_096;

    /** The key in a SubjectPublicKeyInfo; empty when it is none that Binance takes. */
    public static Optional<ExchangeKey> read(Octets subjectPublicKeyInfo) {
        X509EncodedKeySpec encoded = new X509EncodedKeySpec(subjectPublicKeyInfo.toBytes());
        return read("Ed25519", encoded)
                .map(key -> new ExchangeKey(KeyKind.ED25519, key))
                .or(() -> read("RSA", encoded)
                        .filter(ExchangeKey::isReasonable)
                        .map(key -> new ExchangeKey(KeyKind.RSA, key)));
    }

    /** The same, of base64. */
    public static Optional<ExchangeKey> read(String base64) {
        try {
            return read(Octets.of(Base64.getDecoder().decode(base64)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** The key's SubjectPublicKeyInfo, in its one spelling. */
    public Octets octets() {
        return Octets.of(key.getEncoded());
    }

    private static Optional<PublicKey> read(String algorithm, X509EncodedKeySpec encoded) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePublic(encoded));
        } catch (GeneralSecurityException notOne) {
            return Optional.empty();
        }
    }

    private static boolean isReasonable(PublicKey key) {
        int bits = ((RSAPublicKey) key).getModulus().bitLength();
        return bits >= SMALLEST_RSA && bits <= LARGEST_RSA;
    }
}
