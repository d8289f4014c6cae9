package io.countersign.engine.topology;

import static io.countersign.engine.topology.EngineHarness.ALICE;
import static io.countersign.engine.topology.EngineHarness.NOON;
import static io.countersign.engine.topology.EngineHarness.PHONE;
import static io.countersign.engine.topology.EngineHarness.key;
import static io.countersign.engine.topology.EngineHarness.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.ControlRefused;
import io.countersign.domain.control.ControlChange.BindConnection;
import io.countersign.domain.control.ControlChange.UnbindConnection;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ConnectionId;
import io.countersign.wire.message.ConnectionMessage;
import io.countersign.wire.message.DecisionBody;
import io.countersign.wire.message.JournalMessage;
import io.countersign.wire.message.KeyKind;
import io.countersign.wire.message.Octets;
import io.countersign.wire.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
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

    @BeforeEach
    void start(@TempDir Path stateDir) {
        engine = new EngineHarness(stateDir);
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
                .allSatisfy(each -> assertThat(each.key()).isEqualTo(octets(PHONE)));
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
        assertThat(answer(ALICE).findings())
                .extracting(Finding::sentence)
                .containsExactly("this API key is bound with another public key, or with none: unbind it first");
    }

    /** The gateway checks it too, but the engine must not stop at what a gateway that was taken over writes. */
    @Test
    void aPublicKeyThatIsNoneIsRefusedAndClaimsNothing() {
        engine.control(ALICE, new BindConnection(PHONE, "AAAA"));
        engine.control(ALICE, new BindConnection(PHONE, base64(pair("EC").getPublic())));
        engine.control(MALLORY, BIND);

        assertThat(events(ALICE)).hasSize(2).allMatch(ControlRefused.class::isInstance);
        assertThat(answer(MALLORY).status()).isEqualTo(DecisionStatus.APPROVED);
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

    private static byte[] octets(ConnectionId connection) {
        return connection.fingerprint().getBytes(StandardCharsets.US_ASCII);
    }

    private List<AccountEvent> events(AccountId account) {
        return engine.journal(account).map(JournalMessage::event).toList();
    }

    private DecisionBody answer(AccountId account) {
        return answers(account).getLast();
    }

    private List<DecisionBody> answers(AccountId account) {
        return engine.read(Topics.DECISIONS.name()).stream()
                .filter(each -> Arrays.equals(each.key(), key(account)))
                .map(each -> value(engine.codecs.decisions(), each.value()).body())
                .toList();
    }
}
