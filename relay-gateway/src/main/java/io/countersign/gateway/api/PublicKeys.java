package io.countersign.gateway.api;

import io.countersign.wire.keys.ExchangeKey;
import java.util.Base64;

/** The public key that a connection's signatures are made for: Ed25519, or RSA of 2048 to 4096 bits, as Binance takes them. */
final class PublicKeys {

    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";
    private static final int LONGEST = 2_048;

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
        return ExchangeKey.read(body)
                .map(key -> Base64.getEncoder().encodeToString(key.octets().toBytes()))
                .orElseThrow(PublicKeys::unusable);
    }

    private static RuntimeException unusable() {
        return Bodies.invalid(
                "publicKey: send the public key as PEM or base64, Ed25519 or RSA of 2048 to 4096 bits; leave it out for HMAC");
    }
}
