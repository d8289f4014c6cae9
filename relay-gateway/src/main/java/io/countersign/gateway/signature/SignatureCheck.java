package io.countersign.gateway.signature;

import io.countersign.gateway.answer.Problem;
import io.countersign.gateway.answer.ProblemType;
import io.countersign.wire.keys.ExchangeKey;
import io.countersign.wire.message.KeyKind;
import io.countersign.wire.seal.WireRequest;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether Binance would take a request's signature, as far as that can be told without the secret. */
public final class SignatureCheck {

    private static final Pattern HMAC = Pattern.compile("[0-9A-Fa-f]{64}");
    private static final int ED25519_OCTETS = 64;

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
        if (isHmac(signature) || decoded(signature).length != octets) {
            return invalid("this API key signs with %s: send base64 of %d octets, percent-encoded once"
                    .formatted(key.kind(), octets));
        }
        return isValid(wire, signature, key)
                ? Optional.empty()
                : invalid("it is not that of query and body as they were sent: encode the values first, then sign"
                        + " exactly the octets that you send, with the key that belongs to this API key");
    }

    private static boolean isValid(WireRequest wire, String signature, ExchangeKey key) {
        try {
            Signature verifier = Signature.getInstance(algorithm(key.kind()));
            verifier.initVerify(key.key());
            verifier.update(SignedPayload.of(wire));
            return verifier.verify(decoded(signature));
        } catch (SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK verifies Ed25519 and RSA", e);
        }
    }

    private static String algorithm(KeyKind kind) {
        return switch (kind) {
            case ED25519 -> "Ed25519";
            case RSA -> "SHA256withRSA";
            case HMAC -> throw new IllegalStateException("HMAC has no public key");
        };
    }

    private static int length(PublicKey key) {
        return key instanceof RSAPublicKey rsa
                ? (rsa.getModulus().bitLength() + Byte.SIZE - 1) / Byte.SIZE
                : ED25519_OCTETS;
    }

    private static boolean isHmac(String signature) {
        return HMAC.matcher(signature).matches();
    }

    /** The reader let only canonical base64 in. */
    private static byte[] decoded(String signature) {
        return Base64.getDecoder().decode(signature);
    }

    private static Optional<Problem> invalid(String detail) {
        return Optional.of(Problem.of(ProblemType.INVALID_SIGNATURE, "signature: " + detail));
    }
}
