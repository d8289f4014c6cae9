package io.countersign.sandbox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.replay.CheckpointRecord;
import io.countersign.replay.CheckpointVerification;
import io.countersign.replay.CheckpointVerifier;
import io.countersign.replay.Discrepancy;
import io.countersign.replay.JournalRecord;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.KeyType;
import io.countersign.sandbox.demo.world.Poll;
import io.countersign.sandbox.demo.world.TopicReader;
import io.countersign.sandbox.keys.KeyFile;
import io.countersign.wire.codec.Read;
import io.countersign.wire.codec.RegistryFraming;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.message.CheckpointBody;
import io.countersign.wire.message.CheckpointMessage;
import io.countersign.wire.message.Octets;
import io.countersign.wire.sign.CountersignatureVerifier;
import io.countersign.wire.topic.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
    private List<ConsumerRecord<byte[], byte[]>> journal = List.of();
    private List<CheckpointRecord> checkpoints = List.of();

    ReplayIT(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.keys = KeyFile.ENGINE_SIGN_PUBLIC.in(sandbox.files().keys()).toAbsolutePath();
    }

    /** One partition up to its last checkpoint, as it stands on the topics. */
    @BeforeAll
    void readOnePartition() throws InterruptedException {
        try (DemoWorld world = DemoWorld.of(sandbox)) {
            DemoAccount account = world.open("replayed", KeyType.HMAC);
            assertThat(account.withdraw(world.smallOrder(account)).isOk()).isTrue();
        }
        TopicReader reader = TopicReader.committed(sandbox.addresses().kafka());
        List<ConsumerRecord<byte[], byte[]>> signed =
                Poll.until(() -> reader.read(Topics.CHECKPOINTS.name()), found -> found.stream()
                        .anyMatch(each -> body(each).entries() > 2));
        int partition = signed.stream()
                .filter(each -> body(each).entries() > 2)
                .findFirst()
                .orElseThrow()
                .partition();
        checkpoints = signed.stream()
                .filter(each -> each.partition() == partition)
                .map(each -> new CheckpointRecord(partition, each.offset(), new Read.Value<>(message(each))))
                .toList();
        journal = reader.read(Topics.JOURNAL.name()).stream()
                .filter(each -> each.partition() == partition)
                .toList();
    }

    @Test
    void theAuditorsCommandAgreesWhileTheSystemRuns() throws Exception {
        Process verify = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        Path.of(System.getProperty("countersign.home"), "compliance-replay", "target", "lib") + "/*",
                        "io.countersign.replay.ReplayCommand",
                        "verify",
                        "--bootstrap-servers=" + sandbox.addresses().kafka(),
                        "--registry-url=" + sandbox.addresses().registry(),
                        "--decision-keys=" + keys)
                .redirectErrorStream(true)
                .start();
        String said = new String(verify.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(verify.waitFor()).as(said).isZero();
        assertThat(said).contains("signatures checked");
    }

    @Test
    void whatStandsOnTheTopicsAgrees() {
        CheckpointVerification found = verify(checkpoints, entries -> {});

        assertThat(found.discrepancies()).isEmpty();
        assertThat(found.partitions())
                .singleElement()
                .matches(each -> each.checkpoints() == checkpoints.size() && each.covered() > 2);
    }

    @Test
    void anAlteredOctetIsFound() {
        assertThat(discrepancies(entries -> {
                    byte[] altered = entries.get(1).clone();
                    altered[altered.length / 2] ^= 1;
                    entries.set(1, altered);
                }))
                .hasSize(1);
    }

    @Test
    void aRemovedRecordIsFound() {
        assertThat(discrepancies(entries -> entries.remove(1))).hasSize(1);
    }

    @Test
    void anInsertedRecordIsFound() {
        assertThat(discrepancies(entries -> entries.add(1, entries.getFirst()))).hasSize(1);
    }

    @Test
    void aSwappedPairIsFound() {
        assertThat(discrepancies(entries -> Collections.swap(entries, 0, 1))).hasSize(1);
    }

    @Test
    void aTruncatedTailIsFound() {
        assertThat(discrepancies(entries -> entries.subList(1, entries.size()).clear()))
                .singleElement()
                .matches(each -> each.what().startsWith("truncated"))
                .matches(each -> each.recorded().equals("1"));
    }

    @Test
    void aForgedCheckpointIsFound() {
        List<CheckpointRecord> forged = checkpoints.stream()
                .map(each -> new CheckpointRecord(each.partition(), each.offset(), forge(each.read())))
                .toList();

        assertThat(verify(forged, entries -> {}).discrepancies())
                .singleElement()
                .matches(each -> each.what().equals("signature"));
    }

    private static Read<CheckpointMessage> forge(Read<CheckpointMessage> read) {
        CheckpointMessage genuine = ((Read.Value<CheckpointMessage>) read).value();
        CheckpointBody body = genuine.body();
        CheckpointBody other = new CheckpointBody(body.partition(), body.entries() + 1, body.runningHash(), body.at());
        return new Read.Value<>(new CheckpointMessage(other, genuine.signature()));
    }

    private List<Discrepancy> discrepancies(Consumer<List<byte[]>> spoil) {
        return verify(checkpoints, spoil).discrepancies();
    }

    private CheckpointVerification verify(List<CheckpointRecord> signed, Consumer<List<byte[]>> spoil) {
        List<byte[]> entries =
                new ArrayList<>(journal.stream().map(ConsumerRecord::value).toList());
        spoil.accept(entries);
        CheckpointVerifier verifier =
                new CheckpointVerifier(5, CountersignatureVerifier.load("the sandbox's keys", keys));
        signed.forEach(verifier::take);
        int partition = journal.getFirst().partition();
        for (int i = 0; i < entries.size(); i++) {
            Octets octets = Octets.of(entries.get(i));
            verifier.take(new JournalRecord(partition, i, "any", octets, new Read.Unreadable<>("not asked")));
        }
        return verifier.finish();
    }

    private CheckpointBody body(ConsumerRecord<byte[], byte[]> from) {
        return message(from).body();
    }

    private CheckpointMessage message(ConsumerRecord<byte[], byte[]> from) {
        try (RegistryFraming framing = new RegistryFraming(sandbox.addresses().registry())) {
            Read<CheckpointMessage> read = new TopicCodec<>(Topics.CHECKPOINTS, framing).read(from.value());
            return ((Read.Value<CheckpointMessage>) read).value();
        }
    }
}
