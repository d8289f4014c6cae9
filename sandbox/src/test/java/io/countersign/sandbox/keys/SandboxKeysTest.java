package io.countersign.sandbox.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.PublicKeyVerify;
import com.google.crypto.tink.prf.PrfSet;
import io.countersign.wire.keys.Keysets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxKeysTest {
    private static final byte[] NOTHING = {};

    @TempDir
    private Path directory = Path.of("");

    @BeforeEach
    void makesThem() {
        new SandboxKeys(directory).ensure();
    }

    @Test
    void whatTheGatewaySealsTheRelayOpens() throws Exception {
        byte[] sealed = open(KeyFile.RELAY_SEAL_PUBLIC, HybridEncrypt.class).encrypt("secret".getBytes(UTF_8), NOTHING);

        byte[] opened = open(KeyFile.RELAY_SEAL_PRIVATE, HybridDecrypt.class).decrypt(sealed, NOTHING);

        assertThat(opened).asString(UTF_8).isEqualTo("secret");
    }

    @Test
    void whatTheRelaySealsTheGatewayOpens() throws Exception {
        byte[] sealed =
                open(KeyFile.GATEWAY_ANSWER_PUBLIC, HybridEncrypt.class).encrypt("answer".getBytes(UTF_8), NOTHING);

        byte[] opened =
                open(KeyFile.GATEWAY_ANSWER_PRIVATE, HybridDecrypt.class).decrypt(sealed, NOTHING);

        assertThat(opened).asString(UTF_8).isEqualTo("answer");
    }

    @Test
    void whatTheEngineSignsVerifies() throws Exception {
        byte[] decision = "approved".getBytes(UTF_8);

        byte[] signature =
                open(KeyFile.ENGINE_SIGN_PRIVATE, PublicKeySign.class).sign(decision);

        open(KeyFile.ENGINE_SIGN_PUBLIC, PublicKeyVerify.class).verify(signature, decision);
    }

    @Test
    void aFingerprintIsAlwaysTheSame() throws Exception {
        PrfSet fingerprints = open(KeyFile.GATEWAY_FINGERPRINT, PrfSet.class);

        assertThat(fingerprints.computePrimary(NOTHING, 32)).isEqualTo(fingerprints.computePrimary(NOTHING, 32));
    }

    @Test
    void onlyTheOwnerReadsAKeyFile() throws Exception {
        for (KeyFile file : KeyFile.values()) {
            assertThat(Files.getPosixFilePermissions(file.in(directory)))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void keysThatExistAreKept() throws Exception {
        byte[] before = Files.readAllBytes(KeyFile.ENGINE_SIGN_PRIVATE.in(directory));

        new SandboxKeys(directory).ensure();

        assertThat(KeyFile.ENGINE_SIGN_PRIVATE.in(directory)).hasBinaryContent(before);
    }

    private <P> P open(KeyFile file, Class<P> primitive) {
        return Keysets.primitive("test", file.in(directory), primitive);
    }
}
