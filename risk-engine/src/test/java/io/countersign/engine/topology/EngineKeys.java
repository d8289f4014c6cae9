package io.countersign.engine.topology;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.PublicKeyVerify;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.signature.PredefinedSignatureParameters;
import com.google.crypto.tink.signature.SignatureConfig;
import io.countersign.wire.journal.WrappingKeys;
import io.countersign.wire.sign.CountersignatureVerifier;
import io.countersign.wire.sign.Countersigner;
import java.security.GeneralSecurityException;

/** The engine's signing keys, new in every test. */
final class EngineKeys {

    private final KeysetHandle keys;
    private final WrappingKeys wrapping;

    EngineKeys() {
        try {
            SignatureConfig.register();
            AeadConfig.register();
            wrapping = new WrappingKeys(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get())
                            .getPrimitive(RegistryConfiguration.get(), Aead.class));
            keys = KeysetHandle.generateNew(PredefinedSignatureParameters.ED25519, RegistryConfiguration.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    WrappingKeys wrapping() {
        return wrapping;
    }

    Countersigner countersigner() {
        try {
            return new Countersigner(keys.getPrimitive(RegistryConfiguration.get(), PublicKeySign.class));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    CountersignatureVerifier verifier() {
        try {
            return new CountersignatureVerifier(
                    keys.getPublicKeysetHandle().getPrimitive(RegistryConfiguration.get(), PublicKeyVerify.class));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
