package io.countersign.sandbox.standin.signing;

import io.countersign.sandbox.standin.http.Octets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an account's signatures are checked with. */
public sealed interface VerificationKey {

    boolean verifies(byte[] signed, String signature);

    /** The name of the kind, as the control API shows it. */
    String kind();

    /** A shared secret: HMAC-SHA256 in hex, of either case. */
    record HmacSecret(Octets secret) implements VerificationKey {

        @Override
        public boolean verifies(byte[] signed, String signature) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret.toArray(), "HmacSHA256"));
                byte[] expected = HexFormat.of().formatHex(mac.doFinal(signed)).getBytes(StandardCharsets.US_ASCII);
                return MessageDigest.isEqual(
                        expected, signature.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            } catch (GeneralSecurityException missing) {
                throw new IllegalStateException("the JDK has no HMAC-SHA256", missing);
            }
        }

        @Override
        public String kind() {
            return "HMAC";
        }

        @Override
        public String toString() {
            return "HmacSecret[hidden]";
        }
    }

    /** RSASSA-PKCS1-v1_5 with SHA-256, in base64. */
    record RsaKey(PublicKey key) implements VerificationKey {

        @Override
        public boolean verifies(byte[] signed, String signature) {
            return Base64Signature.verifies("SHA256withRSA", key, signed, signature);
        }

        @Override
        public String kind() {
            return "RSA";
        }
    }

    /** Ed25519, in base64. */
    record Ed25519Key(PublicKey key) implements VerificationKey {

        @Override
        public boolean verifies(byte[] signed, String signature) {
            return Base64Signature.verifies("Ed25519", key, signed, signature);
        }

        @Override
        public String kind() {
            return "ED25519";
        }
    }

    /** What the two public-key kinds share. */
    final class Base64Signature {

        private Base64Signature() {}

        private static boolean verifies(String algorithm, PublicKey key, byte[] signed, String signature) {
            try {
                Signature verifier = Signature.getInstance(algorithm);
                verifier.initVerify(key);
                verifier.update(signed);
                return verifier.verify(Base64.getDecoder().decode(signature));
            } catch (IllegalArgumentException | GeneralSecurityException notASignature) {
                return false;
            }
        }
    }
}
