package io.countersign.wire.sign;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.signature.Ed25519Parameters.Variant;
import com.google.crypto.tink.signature.Ed25519PrivateKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Ed25519 by the AWS-LC of Corretto's provider: a signature is the same octets whoever makes it, and its native code takes a fourth of
 * the time of Tink's Java. Safe for many threads.
 */
final class NativeSigning implements PublicKeySign {

    private static final String PROVIDER = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";
    private static final String ALGORITHM = "Ed25519";
    private static final byte[] TRIAL = "countersign/trial/v1".getBytes(StandardCharsets.US_ASCII);

    private final Provider provider;
    private final PrivateKey key;
    private final byte[] prefix;

    /** Made for the key, which costs more than a signature does. */
    private final Queue<Signature> idle = new ConcurrentLinkedQueue<>();

    private NativeSigning(Provider provider, PrivateKey key, byte[] prefix) {
        this.provider = provider;
        this.key = key;
        this.prefix = prefix;
    }

    /** Of the primary key; null where there is no native code, and for a key of another kind. */
    @AccessesPartialKey
    static @Nullable PublicKeySign of(KeysetHandle keys) throws GeneralSecurityException {
        Provider provider = provider();
        Key primary = keys.getPrimary().getKey();
        if (provider == null
                || !(primary instanceof Ed25519PrivateKey ours)
                || ours.getParameters().getVariant() == Variant.LEGACY) { // signs one octet more
            return null;
        }
        byte[] seed = ours.getPrivateKeyBytes().toByteArray(InsecureSecretKeyAccess.get());
        PrivateKey key = KeyFactory.getInstance(ALGORITHM)
                .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
        return new NativeSigning(provider, key, ours.getOutputPrefix().toByteArray());
    }

    /** Whether both make the same signature: what does not agree with Tink at the start is not used. */
    static boolean agree(PublicKeySign one, PublicKeySign other) {
        try {
            return Arrays.equals(one.sign(TRIAL), other.sign(TRIAL));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public byte[] sign(byte[] data) throws GeneralSecurityException {
        Signature signature = idle.poll();
        if (signature == null) {
            signature = Signature.getInstance(ALGORITHM, provider);
            signature.initSign(key);
        }
        signature.update(data);
        byte[] octets = signature.sign();
        idle.add(signature); // not one that has failed
        byte[] prefixed = Arrays.copyOf(prefix, prefix.length + octets.length);
        System.arraycopy(octets, 0, prefixed, prefix.length, octets.length);
        return prefixed;
    }

    /** By name: it is on the class path of the engine alone, and only where it has code for the machine. */
    private static @Nullable Provider provider() {
        try {
            return Class.forName(PROVIDER)
                    .asSubclass(Provider.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            return null;
        }
    }
}
