package io.countersign.wire.testing;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeyTemplates;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.PublicKeyVerify;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.signature.SignatureConfig;
import java.security.GeneralSecurityException;

/** A pair of keys of one kind, new in every test. */
public final class TestKeys {

    private final KeysetHandle keyset;

    private TestKeys(String template) {
        try {
            HybridConfig.register();
            SignatureConfig.register();
            keyset = KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.generateEntryFromParameters(
                                    KeyTemplates.get(template).toParameters())
                            .withRandomId()
                            .makePrimary())
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static TestKeys sealing() {
        return new TestKeys("DHKEM_X25519_HKDF_SHA256_HKDF_SHA256_AES_256_GCM");
    }

    public static TestKeys signing() {
        return new TestKeys("ED25519");
    }

    public HybridEncrypt encrypt() {
        return publicPart(HybridEncrypt.class);
    }

    public HybridDecrypt decrypt() {
        return privatePart(HybridDecrypt.class);
    }

    public PublicKeySign sign() {
        return privatePart(PublicKeySign.class);
    }

    public PublicKeyVerify verify() {
        return publicPart(PublicKeyVerify.class);
    }

    private <P> P privatePart(Class<P> primitive) {
        try {
            return keyset.getPrimitive(RegistryConfiguration.get(), primitive);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private <P> P publicPart(Class<P> primitive) {
        try {
            return keyset.getPublicKeysetHandle().getPrimitive(RegistryConfiguration.get(), primitive);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
