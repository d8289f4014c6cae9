package io.countersign.replay.verify;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.PublicKeyVerify;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.signature.PredefinedSignatureParameters;
import com.google.crypto.tink.signature.SignatureConfig;
import io.countersign.wire.sign.CountersignatureVerifier;
import io.countersign.wire.sign.Countersigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** An engine's keyset, new in every test. */
public final class EngineKeys {

    private final KeysetHandle keys;

    public EngineKeys() throws GeneralSecurityException {
        SignatureConfig.register();
        keys = KeysetHandle.generateNew(PredefinedSignatureParameters.ED25519, RegistryConfiguration.get());
    }

    public Countersigner signer() throws GeneralSecurityException {
        return new Countersigner(keys.getPrimitive(RegistryConfiguration.get(), PublicKeySign.class));
    }

    public CountersignatureVerifier verifier() throws GeneralSecurityException {
        return new CountersignatureVerifier(
                keys.getPublicKeysetHandle().getPrimitive(RegistryConfiguration.get(), PublicKeyVerify.class));
    }

    /** The private keyset, which is not what an auditor needs. */
    public Path writeSecret(Path file) throws GeneralSecurityException, IOException {
        return Files.writeString(
                file,
                TinkJsonProtoKeysetFormat.serializeKeyset(
                        keys, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
    }
}
