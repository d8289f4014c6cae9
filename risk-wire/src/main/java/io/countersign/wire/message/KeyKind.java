package io.countersign.wire.message;

/** How the requests of a connection are signed. */
public enum KeyKind {
    /** With a secret that Binance and the phone share: nobody here can verify it. */
    HMAC,
    ED25519,
    RSA
}
