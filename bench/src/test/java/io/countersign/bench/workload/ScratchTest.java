package io.countersign.bench.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.sandbox.process.JavaCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ScratchTest {

    private static final int HEAP_MEGABYTES = 64;

    @Test
    void itIsGoneWithWhatIsInIt() throws Exception {
        Path directory;
        try (Scratch scratch = Scratch.create(true)) {
            directory = scratch.directory();
            fill(directory);
            assertThat(directory).isDirectory();
        }
        assertThat(directory).doesNotExist();
    }

    @Test
    void itIsGoneWhenTheRunIsEndedEarly() throws Exception {
        Process run = new ProcessBuilder(new JavaCommand(HEAP_MEGABYTES)
                        .running(Run.class.getName(), System.getProperty("java.class.path")))
                .start();
        try (BufferedReader said = run.inputReader(StandardCharsets.UTF_8)) {
            Path directory = Path.of(said.readLine());
            assertThat(directory).isDirectory();

            run.destroy();

            assertThat(run.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(directory).doesNotExist();
        } finally {
            run.destroyForcibly();
        }
    }

    private static void fill(Path directory) throws IOException {
        Files.writeString(
                Files.createDirectories(directory.resolve("kafka/log")).resolve("segment"), "records");
    }

    /** Fills a scratch directory and waits to be ended. */
    static final class Run {

        private Run() {}

        public static void main(String[] none) throws Exception {
            Scratch scratch = Scratch.create(true);
            fill(scratch.directory());
            System.out.println(scratch.directory());
            Thread.currentThread().join();
        }
    }
}
