package io.countersign.wire.sign;

import com.google.crypto.tink.PublicKeySign;
import io.countersign.wire.keys.Keysets;
import io.countersign.wire.message.CheckpointBody;
import io.countersign.wire.message.CheckpointMessage;
import io.countersign.wire.message.DecisionBody;
import io.countersign.wire.message.DecisionMessage;
import io.countersign.wire.message.Octets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** Signs the engine's decisions and its checkpoints with Ed25519. The key's id is in the signature's first octets (Tink). */
public final class Countersigner {

    private final PublicKeySign key;

    public Countersigner(PublicKeySign key) {
        this.key = key;
    }

    /**
     * Of the private keyset in {@code file}, which {@code setting} named.
     *
     * @throws io.countersign.wire.settings.StartException when it cannot be used
     */
    public static Countersigner load(String setting, Path file) {
        return new Countersigner(Keysets.primitive(setting, file, PublicKeySign.class));
    }

    /** {@code body} with its countersignature. */
    public DecisionMessage sign(DecisionBody body) {
        return new DecisionMessage(body, sign(SigningInput.of(body)));
    }

    /** {@code body} with its signature. */
    public CheckpointMessage sign(CheckpointBody body) {
        return new CheckpointMessage(body, sign(SigningInput.of(body)));
    }

    private Octets sign(byte[] input) {
        try {
            return Octets.of(key.sign(input));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("countersigning failed: the keyset cannot sign", e);
        }
    }
}
