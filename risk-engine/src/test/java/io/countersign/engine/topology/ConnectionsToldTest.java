package io.countersign.engine.topology;

import static io.countersign.engine.topology.EngineHarness.ALICE;
import static io.countersign.engine.topology.EngineHarness.NOON;
import static io.countersign.engine.topology.EngineHarness.PHONE;
import static io.countersign.engine.topology.EngineHarness.value;
import static io.countersign.engine.topology.History.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.AccountEvent.ControlRefused;
import io.countersign.domain.control.ControlChange.BindConnection;
import io.countersign.domain.control.ControlChange.UnbindConnection;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.id.AccountId;
import io.countersign.wire.message.ConnectionMessage;
import io.countersign.wire.message.KeyKind;
import io.countersign.wire.message.Octets;
import io.countersign.wire.topic.Topics;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the gateways are told of connections, so that they can verify signatures. */
class ConnectionsToldTest {

    private static final AccountId MALLORY = new AccountId("mallory");
    private static final BindConnection BIND = new BindConnection(PHONE, null);
    private static final UnbindConnection UNBIND = new UnbindConnection(PHONE);

    private EngineHarness engine;
    private History history;

    @BeforeEach
    void start(@TempDir Path stateDir) {
        engine = new EngineHarness(stateDir);
        history = new History(engine);
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void whatIsBoundIsToldWithItsKeyUntilItIsUnbound() {
        String rsa = base64(pair("RSA").getPublic());
        BindConnection bind = new BindConnection(PHONE, rsa);

        engine.control(ALICE, bind);
        engine.control(ALICE, bind);
        engine.control(ALICE, UNBIND);
        engine.control(MALLORY, BIND);

        assertThat(engine.read(Topics.CONNECTIONS.name()))
                .allSatisfy(each -> assertThat(each.key()).isEqualTo(key(PHONE)));
        ConnectionMessage alices = new ConnectionMessage(
                ALICE, KeyKind.RSA, Octets.of(Base64.getDecoder().decode(rsa)), NOON);
        assertThat(told())
                .containsExactly(
                        Optional.of(alices),
                        Optional.of(alices),
                        Optional.empty(),
                        Optional.of(new ConnectionMessage(MALLORY, KeyKind.HMAC, null, NOON)));
    }

    @Test
    void nothingIsToldOfWhatIsRefused() {
        engine.control(ALICE, BIND);

        engine.control(MALLORY, BIND);
        engine.control(MALLORY, UNBIND);
        engine.control(ALICE, new BindConnection(PHONE, base64(pair("Ed25519").getPublic())));

        assertThat(told()).containsExactly(Optional.of(new ConnectionMessage(ALICE, KeyKind.HMAC, null, NOON)));
        assertThat(history.answer(ALICE).findings())
                .extracting(Finding::sentence)
                .containsExactly("this API key is bound with another public key, or with none: unbind it first");
    }

    /** The gateway checks it too, but the engine must not stop at what a gateway that was taken over writes. */
    @Test
    void aPublicKeyThatIsNoneIsRefusedAndClaimsNothing() {
        engine.control(ALICE, new BindConnection(PHONE, "AAAA"));
        engine.control(ALICE, new BindConnection(PHONE, base64(pair("EC").getPublic())));
        engine.control(MALLORY, BIND);

        assertThat(history.events(ALICE)).hasSize(2).allMatch(ControlRefused.class::isInstance);
        assertThat(history.answer(MALLORY).status()).isEqualTo(DecisionStatus.APPROVED);
        assertThat(told()).hasSize(1);
    }

    private List<Optional<ConnectionMessage>> told() {
        return engine.read(Topics.CONNECTIONS.name()).stream()
                .map(each ->
                        Optional.ofNullable(each.value()).map(octets -> value(engine.codecs.connections(), octets)))
                .toList();
    }

    private static KeyPair pair(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(Key key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }
}
