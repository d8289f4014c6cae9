package io.countersign.sandbox.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that runs out of memory ends, and leaves nothing from which its memory could be read. */
class NoDumpTest {
    private static final int OUT_OF_MEMORY = 3;
    private static final int HEAP_MEGABYTES = 16;

    /** Fills its memory. */
    static final class Hoarder {
        private Hoarder() {}

        public static void main(String[] arguments) {
            List<byte[]> hoard = new ArrayList<>();
            while (hoard.size() < Integer.MAX_VALUE) {
                hoard.add("a-secret-in-the-heap".repeat(50_000).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void nothingIsLeftOfTheHeap(@TempDir Path directory) throws IOException, InterruptedException {
        List<String> command =
                new JavaCommand(HEAP_MEGABYTES).running(Hoarder.class.getName(), System.getProperty("java.class.path"));

        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(OUT_OF_MEMORY);
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void everyProcessIsToldSo() {
        assertThat(new JavaCommand(HEAP_MEGABYTES).running("Main", ""))
                .contains(
                        "-XX:-HeapDumpOnOutOfMemoryError",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:-CreateCoredumpOnCrash",
                        "-XX:ErrorFile=/dev/null");
    }
}
