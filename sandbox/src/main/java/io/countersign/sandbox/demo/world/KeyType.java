package io.countersign.sandbox.demo.world;

/** The three kinds of keys that Binance knows. */
public enum KeyType {
    HMAC("HMAC"),
    RSA("RSA"),
    ED25519("Ed25519");

    private final String label;

    KeyType(String label) {
        this.label = label;
    }

    /** As Binance's documents write it. */
    public String label() {
        return label;
    }
}
