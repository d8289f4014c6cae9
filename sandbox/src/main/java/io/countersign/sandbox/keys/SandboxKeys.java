package io.countersign.sandbox.keys;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.signature.PredefinedSignatureParameters;
import com.google.crypto.tink.signature.SignatureConfig;
import io.countersign.sandbox.settings.SandboxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Generates the keys that are missing; the ones that exist are left as they are. */
public final class SandboxKeys {
    private static final int TOKEN_OCTETS = 32;

    private final Path directory;

    public SandboxKeys(Path directory) {
        this.directory = directory;
    }

    public void ensure() {
        try {
            ensureTinkKeys();
            ensureQueryToken();
            new TokenKeys(directory).ensure();
        } catch (GeneralSecurityException | IOException e) {
            throw new SandboxException("cannot make the keys in " + directory + ": " + e.getMessage(), e);
        }
    }

    private void ensureTinkKeys() throws GeneralSecurityException, IOException {
        AeadConfig.register();
        HybridConfig.register();
        SignatureConfig.register();
        PrfConfig.register();
        ensurePair(KeyFile.RELAY_SEAL_PRIVATE, KeyFile.RELAY_SEAL_PUBLIC, sealing());
        ensurePair(KeyFile.GATEWAY_ANSWER_PRIVATE, KeyFile.GATEWAY_ANSWER_PUBLIC, sealing());
        ensurePair(KeyFile.ENGINE_SIGN_PRIVATE, KeyFile.ENGINE_SIGN_PUBLIC, PredefinedSignatureParameters.ED25519);
        ensureSecret(KeyFile.GATEWAY_FINGERPRINT, PredefinedPrfParameters.HMAC_SHA256_PRF);
        ensureSecret(KeyFile.DATA_KEY_WRAPPING, PredefinedAeadParameters.AES256_GCM);
    }

    private void ensureSecret(KeyFile file, Parameters parameters) throws GeneralSecurityException, IOException {
        if (!Files.exists(file.in(directory))) {
            PrivateFiles.write(
                    file.in(directory), serializeSecret(KeysetHandle.generateNew(parameters, configuration())));
        }
    }

    private void ensureQueryToken() throws IOException {
        Path token = KeyFile.ENGINE_QUERY_TOKEN.in(directory);
        if (Files.exists(token)) {
            return;
        }
        byte[] secret = new byte[TOKEN_OCTETS];
        new SecureRandom().nextBytes(secret);
        PrivateFiles.write(token, HexFormat.of().formatHex(secret) + "\n");
    }

    private static HpkeParameters sealing() throws GeneralSecurityException {
        return HpkeParameters.builder()
                .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                .setVariant(HpkeParameters.Variant.TINK)
                .build();
    }

    /** The private half is written last, so a pair that exists by it is whole. */
    private void ensurePair(KeyFile privateFile, KeyFile publicFile, Parameters parameters)
            throws GeneralSecurityException, IOException {
        if (Files.exists(privateFile.in(directory))) {
            return;
        }
        KeysetHandle pair = KeysetHandle.generateNew(parameters, configuration());
        String publicHalf =
                TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(pair.getPublicKeysetHandle(), configuration());
        PrivateFiles.write(publicFile.in(directory), publicHalf);
        PrivateFiles.write(privateFile.in(directory), serializeSecret(pair));
    }

    private static String serializeSecret(KeysetHandle secret) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(secret, configuration(), InsecureSecretKeyAccess.get());
    }

    private static Configuration configuration() throws GeneralSecurityException {
        return RegistryConfiguration.get();
    }
}
