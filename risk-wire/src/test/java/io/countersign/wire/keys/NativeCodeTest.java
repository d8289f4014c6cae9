package io.countersign.wire.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.PublicKeyVerify;
import io.countersign.wire.testing.TestKeys;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Security;
import java.util.Random;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What native code signs and seals is what Tink's Java understands, and the reverse. */
@EnabledOnOs(
        value = OS.LINUX,
        architectures = {"amd64", "aarch64"})
class NativeCodeTest {
    private static final String CONSCRYPT = "Conscrypt";
    private static final int TRIES = 100;
    private static final byte[] CONTEXT = {1, 2, 3};

    private final Random random = new Random(7);

    @BeforeAll
    static void itIsHere() {
        assertThat(NativeCode.isHere()).isTrue();
    }

    @Test
    void aSignatureIsTheSameOctets() throws GeneralSecurityException {
        TestKeys keys = TestKeys.signing();
        PublicKeySign signer = keys.sign();
        PublicKeySign java = inJava(keys::sign);
        PublicKeyVerify verifier = keys.verify();

        for (int i = 0; i < TRIES; i++) {
            byte[] text = text();
            byte[] signature = signer.sign(text);
            assertThat(signature).isEqualTo(java.sign(text));
            verifier.verify(signature, text);
            alter(signature);
            assertThatThrownBy(() -> verifier.verify(signature, text)).isInstanceOf(GeneralSecurityException.class);
        }
    }

    @Test
    void eitherOpensWhatTheOtherSealed() throws GeneralSecurityException {
        TestKeys keys = TestKeys.sealing();
        HybridEncrypt seal = keys.encrypt();
        HybridDecrypt open = keys.decrypt();
        HybridEncrypt sealInJava = inJava(keys::encrypt);
        HybridDecrypt openInJava = inJava(keys::decrypt);

        for (int i = 0; i < TRIES; i++) {
            byte[] text = text();
            assertThat(openInJava.decrypt(seal.encrypt(text, CONTEXT), CONTEXT)).isEqualTo(text);
            assertThat(open.decrypt(sealInJava.encrypt(text, CONTEXT), CONTEXT)).isEqualTo(text);
            byte[] altered = seal.encrypt(text, CONTEXT);
            alter(altered);
            assertThatThrownBy(() -> open.decrypt(altered, CONTEXT)).isInstanceOf(GeneralSecurityException.class);
        }
    }

    /** Who speaks TLS, makes random numbers or verifies tokens has what it had before. */
    @Test
    void nobodyGetsItUnasked() throws GeneralSecurityException {
        Provider[] all = Security.getProviders();

        assertThat(all[all.length - 1].getName()).isEqualTo(CONSCRYPT);
        assertThat(SSLContext.getDefault().getProvider().getName()).isNotEqualTo(CONSCRYPT);
    }

    /** Tink looks for native code when it makes a primitive, so one that is made without it stays without it. */
    private static <P> P inJava(Supplier<P> primitive) {
        Provider provider = Security.getProvider(CONSCRYPT);
        Security.removeProvider(CONSCRYPT);
        try {
            return primitive.get();
        } finally {
            Security.addProvider(provider);
        }
    }

    private void alter(byte[] octets) {
        octets[random.nextInt(octets.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
    }

    private byte[] text() {
        byte[] text = new byte[random.nextInt(4_000)];
        random.nextBytes(text);
        return text;
    }
}
