package io.countersign.replay.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.replay.ConfluentFraming;
import io.countersign.replay.SeededJournal;
import io.countersign.replay.TestPolicies;
import io.countersign.replay.progress.Progress;
import io.countersign.replay.source.LogRecord;
import io.countersign.replay.verify.Discrepancy;
import io.countersign.replay.verify.EngineKeys;
import io.countersign.replay.verify.Memory;
import io.countersign.replay.verify.Scope;
import io.countersign.replay.verify.Verifier;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive whose files and lists fit each other, of a journal that somebody changed before: it is read, and does not verify. */
class ForgedArchiveTest {

    private static final int PARTITION = 1;

    private Path folder = Path.of("");
    private EngineKeys engine;
    private ConfluentFraming framing;
    private SeededJournal journal;

    @BeforeEach
    void aJournal(@TempDir Path temporary) throws GeneralSecurityException {
        folder = temporary;
        engine = new EngineKeys();
        framing = new ConfluentFraming();
        journal = new SeededJournal(1, 3, framing, engine.signer())
                .policy(TestPolicies.yaml())
                .life(10, 900, 3);
    }

    @Test
    void withNothingDoneToItItVerifies() throws GeneralSecurityException {
        assertThat(found(entries -> {})).isEmpty();
    }

    /** Both sides of the first difference of the account are shown. */
    @Test
    void anAlteredOctetIsFound() throws GeneralSecurityException {
        List<Discrepancy> found = found(entries -> {
            LogRecord was = entries.get(100);
            byte[] altered = was.octets().clone();
            altered[altered.length / 2] ^= 1;
            entries.set(100, new LogRecord(was.partition(), was.offset(), was.timestamp(), was.key(), altered));
        });

        assertThat(found).anyMatch(each -> each.what().startsWith("running hash"));
        assertThat(found)
                .filteredOn(each -> each.subject().startsWith("account "))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.position()).isEqualTo("partition 1 offset 100");
                    assertThat(each.recorded()).isNotBlank().isNotEqualTo(each.expected());
                    assertThat(each.expected()).isNotBlank();
                });
    }

    @Test
    void aRemovedRecordIsFound() throws GeneralSecurityException {
        assertThat(found(entries -> entries.remove(100)))
                .extracting(Discrepancy::what)
                .contains("sequence", "truncated: entries");
    }

    @Test
    void anInsertedRecordIsFound() throws GeneralSecurityException {
        assertThat(found(entries -> entries.add(100, entries.get(50))))
                .extracting(Discrepancy::what)
                .contains("sequence")
                .anyMatch(each -> each.startsWith("running hash"));
    }

    @Test
    void aSwappedPairIsFound() throws GeneralSecurityException {
        assertThat(found(entries -> Collections.swap(entries, 100, 101)))
                .extracting(Discrepancy::what)
                .anyMatch(each -> each.startsWith("running hash"));
    }

    @Test
    void aTruncatedTailIsFound() throws GeneralSecurityException {
        assertThat(found(entries ->
                        entries.subList(entries.size() - 20, entries.size()).clear()))
                .extracting(Discrepancy::what)
                .contains("truncated: entries");
    }

    private List<Discrepancy> found(Consumer<List<LogRecord>> spoiler) throws GeneralSecurityException {
        spoiler.accept(journal.source().entries(PARTITION));
        new Archiver(folder, framing::schema, 100).archive(journal.source(), 2, Progress.NONE);
        try (ArchiveSource source = new ArchiveSource(folder)) {
            return new Verifier(engine.verifier(), 2, Memory.usual(1))
                    .verify(source, Scope.ALL, Progress.NONE)
                    .discrepancies();
        }
    }
}
