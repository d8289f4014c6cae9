package io.countersign.sandbox.standin.signing;

import io.countersign.sandbox.standin.signing.VerificationKey.Ed25519Key;
import io.countersign.sandbox.standin.signing.VerificationKey.RsaKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a public key from PEM, from bare base64 SPKI, or from the 64 hex digits of an Ed25519 key. */
public final class PublicKeyReader {

    private static final Pattern RAW_ED25519 = Pattern.compile("[0-9A-Fa-f]{64}");
    private static final Pattern PEM_LINE = Pattern.compile("-----(BEGIN|END) PUBLIC KEY-----");
    private static final String ED25519_SPKI_PREFIX = "302a300506032b6570032100";
    private static final int MIN_RSA_BITS = 2048;

    private PublicKeyReader() {}

    public static Optional<VerificationKey> read(String text) {
        Optional<X509EncodedKeySpec> spec = spec(text.strip());
        return spec.flatMap(known -> factory("Ed25519", known).<VerificationKey>map(Ed25519Key::new))
                .or(() -> spec.flatMap(known -> factory("RSA", known))
                        .filter(PublicKeyReader::isLongEnough)
                        .map(RsaKey::new));
    }

    private static Optional<X509EncodedKeySpec> spec(String text) {
        if (RAW_ED25519.matcher(text).matches()) {
            return Optional.of(new X509EncodedKeySpec(HexFormat.of().parseHex(ED25519_SPKI_PREFIX + text)));
        }
        String base64 = PEM_LINE.matcher(text).replaceAll("").replaceAll("\\s", "");
        try {
            return Optional.of(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Optional<PublicKey> factory(String algorithm, X509EncodedKeySpec spec) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePublic(spec));
        } catch (GeneralSecurityException notThisKind) {
            return Optional.empty();
        }
    }

    private static boolean isLongEnough(PublicKey key) {
        return key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= MIN_RSA_BITS;
    }
}
