package io.countersign.gateway.signature;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.signature.Ed25519PublicKey;
import com.google.crypto.tink.subtle.Ed25519Verify;
import com.google.crypto.tink.util.Bytes;
import io.countersign.gateway.answer.Problem;
import io.countersign.gateway.answer.ProblemType;
import io.countersign.wire.keys.ExchangeKey;
import io.countersign.wire.seal.WireRequest;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Optional;

/** Whether Binance would take a request's signature, as far as that can be told without the secret. */
public final class SignatureCheck {

    private static final int ED25519_OCTETS = 64;
    /** At the end of its SubjectPublicKeyInfo (RFC 8410). */
    private static final int ED25519_KEY_OCTETS = 32;

    private SignatureCheck() {}

    /** Empty when {@code signature}, unescaped, is right for {@code wire}, or when nobody here can tell. */
    public static Optional<Problem> refusal(WireRequest wire, String signature, SignatureRule rule) {
        return switch (rule) {
            case SignatureRule.Verifiable verifiable -> verify(wire, signature, verifiable.key());
            case SignatureRule.Unverifiable unverifiable -> Optional.empty();
            case SignatureRule.Unusable unusable ->
                invalid("this API key's public key cannot be read here: disconnect the API key and connect it again");
        };
    }

    private static Optional<Problem> verify(WireRequest wire, String signature, ExchangeKey key) {
        int octets = length(key.key());
        if (decoded(signature).length != octets) {
            return invalid("this API key signs with %s: send base64 of %d octets, percent-encoded once"
                    .formatted(key.kind(), octets));
        }
        return isValid(wire, signature, key)
                ? Optional.empty()
                : invalid("it is not that of query and body as they were sent: encode the values first, then sign"
                        + " exactly the octets that you send, with the key that belongs to this API key");
    }

    private static boolean isValid(WireRequest wire, String signature, ExchangeKey key) {
        byte[] payload = SignedPayload.of(wire);
        byte[] octets = decoded(signature);
        return switch (key.kind()) {
            case ED25519 -> isValidEd25519(payload, octets, key.key());
            case RSA -> isValidRsa(payload, octets, key.key());
            case HMAC -> throw new IllegalStateException("HMAC has no public key");
        };
    }

    /** By Tink, which takes a third of the time of the JDK in Java, and a tenth in native code. */
    @AccessesPartialKey
    private static boolean isValidEd25519(byte[] payload, byte[] signature, PublicKey key) {
        byte[] encoded = key.getEncoded();
        Bytes point = Bytes.copyFrom(encoded, encoded.length - ED25519_KEY_OCTETS, ED25519_KEY_OCTETS);
        try {
            Ed25519Verify.create(Ed25519PublicKey.create(point)).verify(signature, payload);
            return true;
        } catch (GeneralSecurityException wrong) {
            return false;
        }
    }

    private static boolean isValidRsa(byte[] payload, byte[] signature, PublicKey key) {
        try {
            Signature verifier = Signature.getInstance("SHA256withRSA");
            verifier.initVerify(key);
            verifier.update(payload);
            return verifier.verify(signature);
        } catch (SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK verifies RSA", e);
        }
    }

    private static int length(PublicKey key) {
        return key instanceof RSAPublicKey rsa
                ? (rsa.getModulus().bitLength() + Byte.SIZE - 1) / Byte.SIZE
                : ED25519_OCTETS;
    }

    /** The reader let only canonical base64 in, and hex digits of HMAC, which are the base64 of 48 octets. */
    private static byte[] decoded(String signature) {
        return Base64.getDecoder().decode(signature);
    }

    private static Optional<Problem> invalid(String detail) {
        return Optional.of(Problem.of(ProblemType.INVALID_SIGNATURE, "signature: " + detail));
    }
}
