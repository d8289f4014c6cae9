package io.countersign.replay.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.replay.ConfluentFraming;
import io.countersign.replay.SeededJournal;
import io.countersign.replay.TestPolicies;
import io.countersign.replay.progress.Progress;
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
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archiver that is killed in the middle, as a process, and started again. */
class KilledArchiverTest {

    private static final int MOST = 50;

    @Test
    void goesOnWhereItWasKilled(@TempDir Path folder)
            throws IOException, InterruptedException, GeneralSecurityException {
        Process archiver = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledArchiverTest.class.getName(),
                        folder.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Path third = folder.resolve("journal/0000/segments.json");
        Instant deadline = Instant.now().plus(Duration.ofMinutes(1));
        while (archiver.isAlive() && Instant.now().isBefore(deadline) && segments(third) < 3) {
            Thread.onSpinWait();
        }
        archiver.destroyForcibly().waitFor();
        int left = segments(third);

        ConfluentFraming framing = new ConfluentFraming();
        SeededJournal journal = journal(framing);
        new Archiver(folder, framing::schema, MOST).archive(journal.source(), 1, Progress.NONE);

        assertThat(left).isBetween(3, segments(third) - 1);
        try (ArchiveSource source = new ArchiveSource(folder)) {
            Verification found = new Verifier(null, 1, Memory.usual(1)).verify(source, Scope.ALL, Progress.NONE);
            assertThat(found.discrepancies()).isEmpty();
            assertThat(found.entries()).isEqualTo(journal.events());
        }
    }

    /** The process that is killed. */
    public static void main(String[] args) throws GeneralSecurityException {
        ConfluentFraming framing = new ConfluentFraming();
        SeededJournal journal = journal(framing);
        new Archiver(Path.of(args[0]), framing::schema, MOST).archive(journal.source(), 1, Progress.NONE);
    }

    private static SeededJournal journal(ConfluentFraming framing) throws GeneralSecurityException {
        return new SeededJournal(3, 1, framing, new EngineKeys().signer())
                .policy(TestPolicies.yaml())
                .life(20, 4_000, 3);
    }

    private static int segments(Path list) throws IOException {
        return Files.exists(list) ? Files.readString(list).split("\\.avro", -1).length - 1 : 0;
    }
}
