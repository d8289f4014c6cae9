package io.countersign.sandbox.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import io.countersign.sandbox.demo.world.Answer;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.KeyType;
import io.countersign.sandbox.demo.world.TopicReader;
import io.countersign.sandbox.evidence.Auditor;
import io.countersign.sandbox.evidence.ReplayVerify;
import io.countersign.sandbox.keys.KeyFile;
import io.countersign.sandbox.policy.ErasureApi;
import io.countersign.sandbox.policy.Officers;
import io.countersign.sandbox.settings.SandboxException;
import io.countersign.sandbox.token.TokenIssuer;
import io.countersign.wire.codec.RegistryFraming;
import io.countersign.wire.journal.WrappingKeys;
import io.countersign.wire.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An account that two officers erased: nobody reads it, and everything still verifies. */
@ExtendWith(SharedSandbox.class)
@TestInstance(Lifecycle.PER_CLASS)
class EraseIT {

    private final Sandbox sandbox;
    private final Auditor auditor;
    private final WrappingKeys wrapping;

    private Path folder = Path.of("");
    private String erased = "";
    private String address = "";
    private String request = "";
    private int partition;

    EraseIT(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.auditor = new Auditor(sandbox);
        this.wrapping = WrappingKeys.load(
                "the sandbox's keys",
                KeyFile.DATA_KEY_WRAPPING.in(sandbox.files().keys()));
    }

    @BeforeAll
    void eraseOne(@TempDir Path temporary) throws InterruptedException {
        folder = temporary;
        try (DemoWorld world = DemoWorld.of(sandbox)) {
            DemoAccount account = world.open("erased", KeyType.HMAC);
            assertThat(account.withdraw(world.smallOrder(account)).isOk()).isTrue();
            erased = account.name();
            address = world.smallOrder(account).address();
            Answer refused = account.withdraw(world.smallOrder(account).to(world.strangersAddress()));
            request = refused.json().path("requestId").asText();
        }
        agree(auditor.archive(folder.resolve("archive")));
        agree(auditor.onTopics("account", erased));
        String asked = officer(Officers.FIRST).ask(erased, "the owner asked us to");
        assertThatThrownBy(() -> officer(Officers.FIRST).confirm(erased, asked))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("ask another officer");
        officer(Officers.SECOND).confirm(erased, asked);
        partition = records(Topics.JOURNAL.name(), erased).getFirst().partition();
    }

    @Test
    void everythingVerifiesAndItsDecisionsCountAsErased() {
        Verification found = verify(entries -> {});

        assertThat(found.discrepancies()).isEmpty();
        assertThat(found.erased()).isPositive();
    }

    @Test
    void theAuditorsCommandsSaySo() throws InterruptedException {
        ReplayVerify verified = auditor.verify();
        ReplayVerify shown = auditor.onTopics("account", erased);

        agree(verified);
        assertThat(verified.said()).contains("decisions erased");
        agree(shown);
        assertThat(shown.said()).contains("erased       at").doesNotContain(address);
    }

    @Test
    void whatWasAskedOfItIsShownToNobodyAndExportedWithoutItsFields() throws Exception {
        ReplayVerify shown = auditor.onTopics("show", request, "--account=" + erased);
        Path export = folder.resolve("export");
        agree(auditor.onTopics("export", "--format=jsonl", "--out=" + export));
        ReplayVerify counterfactual = auditor.onTopics("what-if", "--policy=" + policy());

        assertThat(shown.exitCode()).as(shown.said()).isEqualTo(2);
        assertThat(shown.said()).contains("account " + erased + " was erased").doesNotContain(address);
        try (Stream<Path> files = Files.walk(export)) {
            List<String> exported = files.filter(each -> each.toString().endsWith(".jsonl"))
                    .flatMap(EraseIT::lines)
                    .filter(each -> each.contains(erased))
                    .toList();
            assertThat(exported)
                    .anyMatch(each -> each.contains(request) && each.contains("\"detail\":\"erased\""))
                    .noneMatch(each -> each.contains(address));
        }
        agree(counterfactual);
        assertThat(counterfactual.said()).contains("entries of erased accounts are compared with nothing");
    }

    @Test
    void whatIsAlteredInItIsStillFound() {
        List<Discrepancy> found = verify(entries -> {
                    int last = -1;
                    for (int i = 0; i < entries.size(); i++) {
                        last = erased.equals(entries.get(i).account()) ? i : last;
                    }
                    LogRecord was = entries.get(last - 1);
                    byte[] altered = was.octets().clone();
                    altered[altered.length - 1] ^= 1; // of the seal, which nobody can open
                    entries.set(
                            last - 1,
                            new LogRecord(was.partition(), was.offset(), was.timestamp(), was.key(), altered));
                })
                .discrepancies();

        assertThat(found).extracting(Discrepancy::what).contains("hash of the entry before");
    }

    @Test
    void aKeyThatIsGoneWithoutAnErasureIsFound() {
        List<Discrepancy> found = verify(
                        entries -> entries.removeIf(each -> erased.equals(each.account()) && isErasure(each)))
                .discrepancies();

        assertThat(found)
                .filteredOn(each -> each.subject().equals("account " + erased))
                .extracting(Discrepancy::what)
                .contains("data key");
    }

    @Test
    void itsKeyHasATombstoneAndItsAddressIsInNoOctetOfTheJournal() {
        assertThat(records(Topics.DATA_KEYS.name(), erased).getLast().value()).isNull();
        assertThat(records(Topics.JOURNAL.name(), erased))
                .isNotEmpty()
                .noneMatch(each -> new String(each.value(), StandardCharsets.ISO_8859_1).contains(address));
    }

    @Test
    void anArchiveForgetsItWithTheNextArchiving() throws InterruptedException {
        agree(auditor.archive(folder.resolve("archive")));

        ReplayVerify verified = auditor.verify(folder.resolve("archive"));

        agree(verified);
        assertThat(verified.said()).contains("decisions erased");
        assertThat(folder.resolve("archive/data-keys.json")).content().doesNotContain("\"" + erased + "\"");
    }

    private static boolean isErasure(LogRecord entry) {
        return new String(entry.octets(), StandardCharsets.ISO_8859_1).contains(Officers.FIRST);
    }

    private Verification verify(Consumer<List<LogRecord>> spoiler) {
        KafkaConnection connection = new KafkaConnection(sandbox.addresses().kafka(), Map.of());
        try (RegistryFraming framing = new RegistryFraming(sandbox.addresses().registry());
                KafkaSource topics = new KafkaSource(connection, framing, wrapping)) {
            ReplaySource source = new ReplaySource(topics, partition, spoiler, checkpoints -> {});
            return new Verifier(null, 2, Memory.usual(2)).verify(source, Scope.ALL, Progress.NONE);
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> records(String topic, String account) {
        return TopicReader.committed(sandbox.addresses().kafka()).read(topic).stream()
                .filter(each -> account.equals(new String(each.key(), StandardCharsets.US_ASCII)))
                .toList();
    }

    private ErasureApi officer(String name) {
        TokenIssuer tokens = TokenIssuer.withKeysIn(sandbox.files().keys(), Clock.systemUTC());
        return ErasureApi.as(name, sandbox.addresses().gateway(), tokens);
    }

    private Path policy() throws IOException, InterruptedException {
        return Files.writeString(folder.resolve("policy.yaml"), new PolicyDesk(sandbox).document());
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void agree(ReplayVerify done) {
        assertThat(done.exitCode()).as(done.said()).isZero();
    }
}
