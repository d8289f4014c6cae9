package io.countersign.wire.journal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import io.countersign.wire.codec.UnreadableException;
import java.security.GeneralSecurityException;

/** What one account's events are sealed with: AES-256-GCM. Who destroys it has erased them. */
public final class DataKey {

    private static final int OCTETS = 32;

    private final byte[] key;
    private final Aead aead;

    private DataKey(byte[] key) {
        this.key = key;
        try {
            this.aead = new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new UnreadableException("a data key of %d octets".formatted(key.length), e);
        }
    }

    /** A new one, from the system's randomness. */
    public static DataKey generate() {
        return new DataKey(Random.randBytes(OCTETS));
    }

    static DataKey of(byte[] key) {
        return new DataKey(key);
    }

    byte[] octets() {
        return key;
    }

    byte[] seal(byte[] content, byte[] context) {
        try {
            return aead.encrypt(content, context);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    byte[] open(byte[] octets, byte[] context) {
        try {
            return aead.decrypt(octets, context);
        } catch (GeneralSecurityException e) {
            throw new UnreadableException("the seal does not open: another key, another place, or altered", e);
        }
    }
}
