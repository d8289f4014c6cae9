package io.countersign.replay.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.domain.id.AccountId;
import io.countersign.replay.ConfluentFraming;
import io.countersign.replay.SeededJournal;
import io.countersign.replay.TestPolicies;
import io.countersign.replay.progress.Progress;
import io.countersign.replay.source.LogRecord;
import io.countersign.replay.source.Records;
import io.countersign.replay.source.UnusableException;
import io.countersign.replay.verify.EngineKeys;
import io.countersign.replay.verify.Memory;
import io.countersign.replay.verify.Scope;
import io.countersign.replay.verify.Verification;
import io.countersign.replay.verify.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is archived is what stood on the topics, octet for octet, however often it was interrupted. */
class ArchiverTest {

    private static final int PARTITIONS = 3;

    private Path folder;

    private EngineKeys engine;
    private ConfluentFraming framing;
    private SeededJournal journal;

    @BeforeEach
    void aJournal(@TempDir Path temporary) throws GeneralSecurityException {
        folder = temporary;
        engine = new EngineKeys();
        framing = new ConfluentFraming();
        journal = new SeededJournal(1, PARTITIONS, framing, engine.signer())
                .policy(TestPolicies.yaml())
                .life(20, 2_000, 3);
    }

    @Test
    void whatIsArchivedVerifiesWithoutTheTopics() throws GeneralSecurityException {
        archive(100_000);

        Verification verification = verify();

        assertThat(verification.discrepancies()).isEmpty();
        assertThat(verification.entries()).isEqualTo(journal.events());
        assertThat(verification.covered()).isEqualTo(journal.events());
        assertThat(verification.decided()).isPositive();
    }

    @Test
    void theOctetsAreThoseOfTheTopics() {
        LogRecord was = journal.source().entries(1).getFirst();
        LogRecord odd = new LogRecord(1, 0, was.timestamp(), was.key(), new byte[] {7});
        journal.source().entries(1).set(0, odd);

        archive(100);

        for (int i = 0; i < PARTITIONS; i++) {
            assertThat(archived(i)).isEqualTo(octets(journal.source().journal(i, 0)));
        }
    }

    @Test
    void aDayHasFilesOfItsOwn() throws IOException {
        archive(100_000);

        assertThat(files("journal/0000")).anyMatch(each -> each.startsWith("2026-11-02"));
        assertThat(files("journal/0000")).anyMatch(each -> each.startsWith("2026-11-03"));
        assertThat(files("journal/0000")).contains("segments.json");
    }

    @Test
    void whatIsNewIsAdded() throws GeneralSecurityException {
        archive(300);
        long before = journal.events();
        journal.pass(Duration.ofMinutes(5));
        for (int i = 0; i < 50; i++) {
            journal.request(new AccountId("account-" + i % 20), "1");
        }
        journal.sign();

        long added = archive(300);

        assertThat(added).isGreaterThanOrEqualTo(journal.events() - before);
        assertThat(verify().entries()).isEqualTo(journal.events());
        assertThat(verify().agrees()).isTrue();
        assertThat(archive(300)).isZero();
    }

    @Test
    void whatWasLeftHalfDoneIsDoneAgain() throws IOException, GeneralSecurityException {
        archive(100);
        Path half = folder.resolve("journal/0001");
        Segments segments = Segments.in(half);
        Segment last = segments.all().getLast();
        Files.writeString(half.resolve("2026-11-09-00000000000000009999.part"), "half a file");
        Files.copy(half.resolve(last.file()), half.resolve("2026-11-09-00000000000000009999.avro"));

        assertThat(archive(100)).isZero();

        assertThat(verify().agrees()).isTrue();
        assertThat(files("journal/0001")).noneMatch(each -> each.contains("9999"));
    }

    @Test
    void anAlteredFileIsNotRead() throws IOException {
        archive(100);
        Path file = folder.resolve("journal/0000")
                .resolve(Segments.in(folder.resolve("journal/0000"))
                        .all()
                        .getFirst()
                        .file());
        byte[] octets = Files.readAllBytes(file);
        octets[octets.length / 2] ^= 1;
        Files.write(file, octets);

        assertThatThrownBy(this::verify)
                .isInstanceOf(UnusableException.class)
                .hasMessageContaining("was altered since it was archived");
    }

    @Test
    void aMissingFileIsNoticed() throws IOException {
        archive(100);
        Files.delete(folder.resolve("journal/0000")
                .resolve(
                        Segments.in(folder.resolve("journal/0000")).all().get(1).file()));

        assertThatThrownBy(this::verify).isInstanceOf(UnusableException.class);
    }

    @Test
    void aSegmentThatIsNoLongerListedIsNoticed() throws IOException {
        archive(100);
        Path list = folder.resolve("journal/0000/segments.json");
        String text = Files.readString(list);
        String second = Segments.in(folder.resolve("journal/0000")).all().get(1).file();
        int begin = text.indexOf("{", text.indexOf(second) - 40);
        Files.writeString(list, text.substring(0, begin) + text.substring(text.indexOf("}, ", begin) + 3));

        assertThatThrownBy(this::verify)
                .isInstanceOf(UnusableException.class)
                .hasMessageContaining("missing or doubled");
    }

    @Test
    void anAlteredSchemaIsNoticed() throws IOException {
        archive(100);
        Path schema = folder.resolve("schemas/1.avsc");
        Files.writeString(schema, Files.readString(schema).replace("Value of", "Values of"));

        assertThatThrownBy(this::verify).isInstanceOf(UnusableException.class).hasMessageContaining("altered");
    }

    @Test
    void anotherJournalIsNotAppended() throws GeneralSecurityException {
        archive(100);
        journal = new SeededJournal(2, PARTITIONS, framing, engine.signer())
                .policy(TestPolicies.yaml())
                .life(20, 3_000, 3);

        assertThatThrownBy(() -> archive(100))
                .isInstanceOf(UnusableException.class)
                .hasMessageContaining("go on");
    }

    @Test
    void aJournalThatWasCutIsNotAppended() {
        archive(100);
        for (int i = 0; i < PARTITIONS; i++) {
            List<LogRecord> entries = journal.source().entries(i);
            entries.subList(entries.size() / 2, entries.size()).clear();
        }

        assertThatThrownBy(() -> archive(100))
                .isInstanceOf(UnusableException.class)
                .hasMessageContaining("was cut");
    }

    private long archive(int most) {
        return new Archiver(folder, framing::schema, most).archive(journal.source(), 2, Progress.NONE);
    }

    private Verification verify() throws GeneralSecurityException {
        try (ArchiveSource source = new ArchiveSource(folder)) {
            return new Verifier(engine.verifier(), 2, Memory.usual(1)).verify(source, Scope.ALL, Progress.NONE);
        }
    }

    private List<String> archived(int partition) {
        try (ArchiveSource source = new ArchiveSource(folder)) {
            return octets(source.journal(partition, 0));
        }
    }

    private static List<String> octets(Records records) {
        List<String> all = new ArrayList<>();
        try (records) {
            for (LogRecord each = records.next(); each != null; each = records.next()) {
                all.add("%d %s %s %s"
                        .formatted(
                                each.offset(),
                                each.timestamp(),
                                each.account(),
                                HexFormat.of().formatHex(each.octets())));
            }
        }
        return all;
    }

    private List<String> files(String below) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(below))) {
            return files.map(each -> String.valueOf(each.getFileName())).toList();
        }
    }
}
