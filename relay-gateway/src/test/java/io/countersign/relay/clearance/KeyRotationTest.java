package io.countersign.relay.clearance;

import static io.countersign.relay.testing.Approvals.NOON;
import static io.countersign.relay.testing.Approvals.WIRE;
import static io.countersign.relay.testing.Approvals.facts;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.PublicKeyVerify;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.signature.PredefinedSignatureParameters;
import com.google.crypto.tink.signature.SignatureConfig;
import io.countersign.wire.message.DecisionBody;
import io.countersign.wire.sign.CountersignatureVerifier;
import io.countersign.wire.sign.Countersigner;
import java.security.GeneralSecurityException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The engine gets another key: first every relay is told of it, then the engine signs with it, then the old one goes. */
class KeyRotationTest {

    private static final Duration MARGIN = Duration.ofMillis(150);

    private final Desk desk = new Desk(MARGIN);
    private final KeysetHandle old =
            KeysetHandle.generateNew(PredefinedSignatureParameters.ED25519, RegistryConfiguration.get());
    private final KeysetHandle both = KeysetHandle.newBuilder(old)
            .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedSignatureParameters.ED25519)
                    .withRandomId()
                    .makePrimary())
            .build();
    private final KeysetHandle next = KeysetHandle.newBuilder(both).deleteAt(0).build();

    KeyRotationTest() throws GeneralSecurityException {
        // Tink's checked exception.
    }

    @BeforeAll
    static void register() throws GeneralSecurityException {
        SignatureConfig.register();
    }

    @Test
    void bothKeysAreTrustedWhileBothAreThere() throws GeneralSecurityException {
        assertThat(ruledBy(both, old)).isInstanceOf(Ruling.Send.class);
        assertThat(ruledBy(both, both)).isInstanceOf(Ruling.Send.class);
    }

    @Test
    void aKeyThatTheRelayWasNotToldOfIsRefused() throws GeneralSecurityException {
        assertThat(ruledBy(old, both)).isEqualTo(new Ruling.Distrust("the countersignature is not the engine's"));
    }

    @Test
    void aKeyThatIsGoneIsRefused() throws GeneralSecurityException {
        assertThat(ruledBy(next, both)).isInstanceOf(Ruling.Send.class);
        assertThat(ruledBy(next, old)).isEqualTo(new Ruling.Distrust("the countersignature is not the engine's"));
    }

    /** What a relay that trusts {@code trusted} rules on an approval that an engine with {@code engine} signed. */
    private Ruling ruledBy(KeysetHandle trusted, KeysetHandle engine) throws GeneralSecurityException {
        DecisionBody body = desk.approvals().approval(facts(NOON.plusSeconds(5)), WIRE);
        Countersigner signer = new Countersigner(engine.getPrimitive(RegistryConfiguration.get(), PublicKeySign.class));
        CountersignatureVerifier verifier = new CountersignatureVerifier(
                trusted.getPublicKeysetHandle().getPrimitive(RegistryConfiguration.get(), PublicKeyVerify.class));
        return desk.clearance(verifier, MARGIN).rule(Desk.KEY, desk.encoded(signer.sign(body)), NOON);
    }
}
