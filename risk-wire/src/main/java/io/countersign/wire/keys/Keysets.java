package io.countersign.wire.keys;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
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
        return made(setting, file, primitive, keys -> primitive(keys, primitive));
    }

    /**
     * What {@code maker} makes of the keyset in {@code file}, a {@code what}.
     *
     * @throws StartException as {@link #primitive(String, Path, Class)} does
     */
    public static <T> T made(String setting, Path file, Class<?> what, Maker<T> maker) {
        try {
            return maker.make(TinkJsonProtoKeysetFormat.parseKeyset(
                    Files.readString(file), RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
        } catch (IOException e) {
            throw new StartException("%s: cannot read the keyset %s".formatted(setting, file), e);
        } catch (GeneralSecurityException e) {
            throw new StartException(
                    "%s: %s is not a Tink JSON keyset for %s".formatted(setting, file, what.getSimpleName()), e);
        }
    }

    /** The primitive of a keyset that is at hand. */
    public static <P> P primitive(KeysetHandle keys, Class<P> primitive) throws GeneralSecurityException {
        return keys.getPrimitive(RegistryConfiguration.get(), primitive);
    }

    /** Makes something of a keyset. */
    @FunctionalInterface
    public interface Maker<T> {
        T make(KeysetHandle keys) throws GeneralSecurityException;
    }
}
