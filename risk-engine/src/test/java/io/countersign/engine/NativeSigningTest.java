package io.countersign.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.signature.Ed25519Parameters;
import com.google.crypto.tink.signature.Ed25519Parameters.Variant;
import com.google.crypto.tink.signature.PredefinedSignatureParameters;
import com.google.crypto.tink.signature.SignatureConfig;
import com.google.crypto.tink.signature.SignatureParameters;
import io.countersign.wire.message.CheckpointBody;
import io.countersign.wire.message.Octets;
import io.countersign.wire.sign.Countersigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the engine signs with native code is what Tink would have signed. */
class NativeSigningTest {

    @TempDir
    private Path directory = Path.of("");

    static Stream<SignatureParameters> ed25519() throws GeneralSecurityException {
        return Stream.of(
                PredefinedSignatureParameters.ED25519,
                PredefinedSignatureParameters.ED25519WithRawOutput,
                Ed25519Parameters.create(Variant.CRUNCHY),
                Ed25519Parameters.create(Variant.LEGACY));
    }

    @ParameterizedTest
    @MethodSource("ed25519")
    void aSignatureIsTheSameOctets(SignatureParameters parameters) throws GeneralSecurityException, IOException {
        KeysetHandle keys = keys(parameters);
        Countersigner loaded = load(keys);
        Countersigner tink = new Countersigner(keys.getPrimitive(RegistryConfiguration.get(), PublicKeySign.class));

        assertThat(IntStream.range(0, 100).mapToObj(NativeSigningTest::body))
                .allSatisfy(body -> assertThat(loaded.sign(body)).isEqualTo(tink.sign(body)));
    }

    @Test
    @EnabledOnOs(
            value = OS.LINUX,
            architectures = {"amd64", "aarch64"})
    void nativeCodeSignsWhereThereIsSome() throws GeneralSecurityException, IOException {
        assertThat(load(keys(PredefinedSignatureParameters.ED25519)).isNative()).isTrue();
    }

    /** Tink's oldest form signs an octet more, and the other curves are not Ed25519. */
    @Test
    void whatIsOfAnotherKindIsLeftToTink() throws GeneralSecurityException, IOException {
        List<SignatureParameters> others =
                List.of(Ed25519Parameters.create(Variant.LEGACY), PredefinedSignatureParameters.ECDSA_P256);

        for (SignatureParameters each : others) {
            assertThat(load(keys(each)).isNative()).isFalse();
        }
    }

    @Test
    void manyThreadsSignAtOnce() throws GeneralSecurityException, IOException {
        KeysetHandle keys = keys(PredefinedSignatureParameters.ED25519);
        Countersigner loaded = load(keys);
        Countersigner tink = new Countersigner(keys.getPrimitive(RegistryConfiguration.get(), PublicKeySign.class));

        assertThat(IntStream.range(0, 2_000).parallel().allMatch(i -> loaded.sign(body(i))
                        .equals(tink.sign(body(i)))))
                .isTrue();
    }

    private static CheckpointBody body(int number) {
        return new CheckpointBody(number, number, Octets.of(new byte[number]), Instant.ofEpochMilli(number));
    }

    private static KeysetHandle keys(SignatureParameters parameters) throws GeneralSecurityException {
        SignatureConfig.register();
        return KeysetHandle.generateNew(parameters, RegistryConfiguration.get());
    }

    private Countersigner load(KeysetHandle keys) throws GeneralSecurityException, IOException {
        Path file = directory.resolve("keys.json");
        Files.writeString(
                file,
                TinkJsonProtoKeysetFormat.serializeKeyset(
                        keys, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
        return Countersigner.load("keys", file);
    }
}
