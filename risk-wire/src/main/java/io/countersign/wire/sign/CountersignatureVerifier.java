package io.countersign.wire.sign;

import com.google.crypto.tink.PublicKeyVerify;
import io.countersign.wire.message.DecisionMessage;
import java.security.GeneralSecurityException;

/** Tells whether the engine made a decision. */
public final class CountersignatureVerifier {

    private final PublicKeyVerify keys;

    public CountersignatureVerifier(PublicKeyVerify keys) {
        this.keys = keys;
    }

    /** False when any field was altered or the key is not one of the engine's. */
    public boolean isGenuine(DecisionMessage decision) {
        try {
            keys.verify(decision.countersignature().toBytes(), SigningInput.of(decision.body()));
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
