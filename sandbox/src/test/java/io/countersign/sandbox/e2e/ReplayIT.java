package io.countersign.sandbox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.replay.progress.Progress;
import io.countersign.replay.source.KafkaConnection;
import io.countersign.replay.source.KafkaSource;
import io.countersign.replay.source.LogRecord;
import io.countersign.replay.verify.Discrepancy;
import io.countersign.replay.verify.Memory;
import io.countersign.replay.verify.Scope;
import io.countersign.replay.verify.Verification;
import io.countersign.replay.verify.Verifier;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.KeyType;
import io.countersign.sandbox.demo.world.Poll;
import io.countersign.sandbox.evidence.Auditor;
import io.countersign.sandbox.evidence.ReplayVerify;
import io.countersign.sandbox.keys.KeyFile;
import io.countersign.wire.codec.RegistryFraming;
import io.countersign.wire.journal.WrappingKeys;
import io.countersign.wire.sign.CountersignatureVerifier;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the engine really wrote verifies, and does not when anything is done to it. */
@ExtendWith(SharedSandbox.class)
@TestInstance(Lifecycle.PER_CLASS)
class ReplayIT {

    private final Sandbox sandbox;
    private final Path keys;
    private int partition;

    ReplayIT(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.keys = KeyFile.ENGINE_SIGN_PUBLIC.in(sandbox.files().keys()).toAbsolutePath();
    }

    /** A partition of which three entries and more are under a checkpoint. */
    @BeforeAll
    void findOnePartition() throws InterruptedException {
        try (DemoWorld world = DemoWorld.of(sandbox)) {
            DemoAccount account = world.open("replayed", KeyType.HMAC);
            assertThat(account.withdraw(world.smallOrder(account)).isOk()).isTrue();
        }
        partition = Poll.until(
                        () -> verify(Scope.ALL, ReplayIT::nothing, ReplayIT::nothing)
                                .kept(),
                        found -> found.stream().anyMatch(each -> each.covered() > 2))
                .stream()
                .filter(each -> each.covered() > 2)
                .findFirst()
                .orElseThrow()
                .partition();
    }

    @Test
    void theAuditorsCommandAgreesWhileTheSystemRuns() throws InterruptedException {
        ReplayVerify verify = new Auditor(sandbox).verify();

        assertThat(verify.exitCode()).as(verify.said()).isZero();
        assertThat(verify.said()).contains("signatures checked");
    }

    @Test
    void whatStandsOnTheTopicsAgrees() {
        Verification found = verify(Scope.ALL, ReplayIT::nothing, ReplayIT::nothing);

        assertThat(found.discrepancies()).isEmpty();
        assertThat(found.decided()).isPositive();
    }

    @Test
    void anAlteredOctetIsFound() {
        List<Discrepancy> found = discrepancies(entries -> {
            byte[] altered = entries.get(1).octets().clone();
            altered[altered.length / 2] ^= 1;
            LogRecord was = entries.get(1);
            entries.set(1, new LogRecord(was.partition(), was.offset(), was.timestamp(), was.key(), altered));
        });

        assertThat(found).extracting(Discrepancy::what).anyMatch(each -> each.startsWith("running hash"));
    }

    @Test
    void aRemovedRecordIsFound() {
        // Without a later entry under the checkpoint it is one entry too few.
        assertThat(discrepancies(entries -> entries.remove(1)))
                .extracting(Discrepancy::what)
                .anyMatch(each -> each.startsWith("running hash") || each.startsWith("truncated"));
    }

    @Test
    void anInsertedRecordIsFound() {
        assertThat(discrepancies(entries -> entries.add(1, entries.getFirst())))
                .extracting(Discrepancy::what)
                .contains("sequence");
    }

    @Test
    void aSwappedPairIsFound() {
        assertThat(discrepancies(entries -> Collections.swap(entries, 0, 1)))
                .extracting(Discrepancy::what)
                .anyMatch(each -> each.startsWith("running hash"));
    }

    @Test
    void aTruncatedTailIsFound() {
        assertThat(discrepancies(entries -> entries.subList(1, entries.size()).clear()))
                .filteredOn(each -> each.what().startsWith("truncated"))
                .singleElement()
                .matches(each -> each.recorded().equals("1"));
    }

    @Test
    void aForgedCheckpointIsFound() {
        Verification found = verify(onlyThePartition(), ReplayIT::nothing, checkpoints -> {
            LogRecord was = checkpoints.getLast();
            byte[] forged = was.octets().clone();
            forged[forged.length - 1] ^= 1; // of the signature
            checkpoints.set(
                    checkpoints.size() - 1,
                    new LogRecord(was.partition(), was.offset(), was.timestamp(), was.key(), forged));
        });

        assertThat(found.discrepancies()).singleElement().matches(each -> each.what()
                .equals("signature"));
    }

    private static void nothing(List<LogRecord> records) {}

    private List<Discrepancy> discrepancies(Consumer<List<LogRecord>> spoiler) {
        return verify(onlyThePartition(), spoiler, ReplayIT::nothing).discrepancies();
    }

    private Scope onlyThePartition() {
        return new Scope(null, null, null, Set.of(partition));
    }

    private Verification verify(
            Scope scope, Consumer<List<LogRecord>> journalSpoiler, Consumer<List<LogRecord>> checkpointSpoiler) {
        KafkaConnection connection = new KafkaConnection(sandbox.addresses().kafka(), Map.of());
        CountersignatureVerifier engine = CountersignatureVerifier.load("the sandbox's keys", keys);
        WrappingKeys wrapping = WrappingKeys.load(
                "the sandbox's keys",
                KeyFile.DATA_KEY_WRAPPING.in(sandbox.files().keys()));
        try (RegistryFraming framing = new RegistryFraming(sandbox.addresses().registry());
                KafkaSource topics = new KafkaSource(connection, framing, wrapping)) {
            ReplaySource spoiled = new ReplaySource(topics, partition, journalSpoiler, checkpointSpoiler);
            return new Verifier(engine, 2, Memory.usual(1)).verify(spoiled, scope, Progress.NONE);
        }
    }
}
