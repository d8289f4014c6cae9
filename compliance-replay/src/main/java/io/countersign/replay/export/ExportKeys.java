package io.countersign.replay.export;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.PublicKeyVerify;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.signature.PredefinedSignatureParameters;
import com.google.crypto.tink.signature.SignatureConfig;
import io.countersign.replay.source.UnusableException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/** The exporter's own Ed25519 keys, in Tink's JSON keysets. They are nobody else's, least of all the engine's. */
public final class ExportKeys {

    private ExportKeys() {}

    /** Signs manifests. */
    public interface Signer {
        byte[] sign(byte[] input) throws GeneralSecurityException;
    }

    /** Knows the exporter's signature. */
    public interface Verifier {
        boolean isGenuine(byte[] signature, byte[] input);
    }

    /** Of the private keyset in {@code file}. */
    public static Signer signer(Path file) {
        PublicKeySign key = primitive("--signing-key", file, PublicKeySign.class);
        return key::sign;
    }

    /** Of the public keyset in {@code file}. */
    public static Verifier verifier(Path file) {
        PublicKeyVerify keys = primitive("--export-keys", file, PublicKeyVerify.class);
        return (signature, input) -> {
            try {
                keys.verify(signature, input);
                return true;
            } catch (GeneralSecurityException e) {
                return false;
            }
        };
    }

    /** A new pair: {@code export-sign.json}, which its owner alone can read, and {@code export-sign.public.json}. */
    public static void generate(Path folder) {
        try {
            SignatureConfig.register();
            KeysetHandle keys =
                    KeysetHandle.generateNew(PredefinedSignatureParameters.ED25519, RegistryConfiguration.get());
            Files.createDirectories(folder);
            Path secret = Files.createFile(
                    folder.resolve("export-sign.json"),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    secret,
                    TinkJsonProtoKeysetFormat.serializeKeyset(
                            keys, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()),
                    StandardOpenOption.TRUNCATE_EXISTING);
            Files.writeString(
                    folder.resolve("export-sign.public.json"),
                    TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(
                            keys.getPublicKeysetHandle(), RegistryConfiguration.get()));
        } catch (FileAlreadyExistsException e) {
            throw new UnusableException("--to: there is a key in %s already".formatted(folder), e);
        } catch (IOException | GeneralSecurityException e) {
            throw new UnusableException("--to: cannot make keys in " + folder, e);
        }
    }

    private static <P> P primitive(String option, Path file, Class<P> type) {
        try {
            SignatureConfig.register();
            return TinkJsonProtoKeysetFormat.parseKeyset(
                            Files.readString(file), RegistryConfiguration.get(), InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), type);
        } catch (IOException e) {
            throw new UnusableException("%s: cannot read the keyset %s".formatted(option, file), e);
        } catch (GeneralSecurityException e) {
            throw new UnusableException(
                    "%s: %s is not a Tink JSON keyset for %s".formatted(option, file, type.getSimpleName()), e);
        }
    }
}
