package io.countersign.sandbox.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessRefTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    private Process sleeper;
    private ProcessRef ref;

    @BeforeEach
    void startsASleeper() throws Exception {
        sleeper = new ProcessBuilder("sleep", "60").start();
        ref = ProcessRef.of(sleeper.toHandle());
    }

    @AfterEach
    void endsIt() {
        sleeper.destroyForcibly();
    }

    @Test
    void aStartedProcessIsAlive() {
        assertThat(ref.isAlive()).isTrue();
    }

    @Test
    void aReusedIdIsAnotherProcess() throws Exception {
        ProcessRef earlier = new ProcessRef(ref.pid(), ref.started().minusSeconds(60));

        earlier.terminate();
        earlier.kill();

        assertThat(earlier.isAlive()).isFalse();
        assertThat(sleeper.waitFor(200, TimeUnit.MILLISECONDS)).isFalse();
    }

    @Test
    void aTerminatedProcessEnds() throws Exception {
        ref.terminate();

        assertThat(ref.awaitEnd(SOON)).isTrue();
    }

    @Test
    void aPausedProcessCanBeTerminated() throws Exception {
        ref.pause();
        ref.terminate();

        assertThat(ref.awaitEnd(SOON)).isTrue();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aPausedProcessStandsStillUntilItIsResumed() throws Exception {
        ref.pause();
        awaitState("T");

        ref.resume();

        awaitState("S");
    }

    @Test
    void waitingForOneThatLivesOnEndsAtTheDeadline() throws Exception {
        assertThat(ref.awaitEnd(Duration.ofMillis(50))).isFalse();
    }

    @Test
    void oneTheSystemNoLongerListsHasEnded(@TempDir Path list) {
        assertThat(ProcessRef.endedAsOf(list, 7)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"7 (a) b) Z 1, true", "7 (a) b) X 1, true", "7 (a) b) S 1, false", "7 (Z) S 1, false"})
    void oneThatIsOnTheListForItsParentAloneHasEnded(String line, boolean ended, @TempDir Path list) throws Exception {
        Path process = Files.createDirectory(list.resolve("7"));
        Files.writeString(process.resolve("stat"), line);

        assertThat(ProcessRef.endedAsOf(list, 7)).isEqualTo(ended);
    }

    @Test
    void whereTheSystemHasNoListNothingFollows(@TempDir Path directory) {
        assertThat(ProcessRef.endedAsOf(directory.resolve("proc"), 7)).isFalse();
    }

    private void awaitState(String wanted) throws Exception {
        long deadline = System.nanoTime() + SOON.toNanos();
        String stat = "";
        while (System.nanoTime() < deadline && !stat.contains(") " + wanted)) {
            stat = Files.readString(Path.of("/proc", String.valueOf(ref.pid()), "stat"));
        }
        assertThat(stat).contains(") " + wanted);
    }
}
