package io.countersign.wire.sign;

import com.google.crypto.tink.PublicKeyVerify;
import io.countersign.wire.keys.Keysets;
import io.countersign.wire.message.CheckpointMessage;
import io.countersign.wire.message.DecisionMessage;
import io.countersign.wire.message.Octets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** Tells whether the engine made a decision or a checkpoint. */
public final class CountersignatureVerifier {

    private final PublicKeyVerify keys;

    public CountersignatureVerifier(PublicKeyVerify keys) {
        this.keys = keys;
    }

    /**
     * Of the public keyset in {@code file}, which {@code setting} named.
     *
     * @throws io.countersign.wire.settings.StartException when it cannot be used
     */
    public static CountersignatureVerifier load(String setting, Path file) {
        return new CountersignatureVerifier(Keysets.primitive(setting, file, PublicKeyVerify.class));
    }

    /** False when any field was altered or the key is not one of the engine's. */
    public boolean isGenuine(DecisionMessage decision) {
        return verify(decision.countersignature(), SigningInput.of(decision.body()));
    }

    /** False when any field was altered or the key is not one of the engine's. */
    public boolean isGenuine(CheckpointMessage checkpoint) {
        return verify(checkpoint.signature(), SigningInput.of(checkpoint.body()));
    }

    private boolean verify(Octets signature, byte[] input) {
        try {
            keys.verify(signature.toBytes(), input);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
