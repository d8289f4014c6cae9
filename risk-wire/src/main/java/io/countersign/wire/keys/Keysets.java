package io.countersign.wire.keys;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.signature.SignatureConfig;
import io.countersign.wire.settings.StartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** Tink keysets from JSON files, which is for development; production wraps them by a key management service. */
public final class Keysets {

    static {
        // Tink looks for native code when it makes a primitive.
        boolean unused = NativeCode.isHere();
        try {
            AeadConfig.register();
            HybridConfig.register();
            SignatureConfig.register();
            PrfConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Keysets() {}

    /**
     * The primitive of the keyset in {@code file}.
     *
     * @param setting the configuration property that named the file, for the message
     * @throws StartException in one line: which setting, which file, what is wrong
     */
    public static <P> P primitive(String setting, Path file, Class<P> primitive) {
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(
                            Files.readString(file), RegistryConfiguration.get(), InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), primitive);
        } catch (IOException e) {
            throw new StartException("%s: cannot read the keyset %s".formatted(setting, file), e);
        } catch (GeneralSecurityException e) {
            throw new StartException(
                    "%s: %s is not a Tink JSON keyset for %s".formatted(setting, file, primitive.getSimpleName()), e);
        }
    }
}
