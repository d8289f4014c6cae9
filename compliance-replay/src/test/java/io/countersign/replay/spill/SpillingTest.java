package io.countersign.replay.spill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values of which only some are in memory, by what they weigh. */
class SpillingTest {

    private static final int MOST = 10;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatFitsStaysInMemory() {
        try (Spilling<StringBuilder> values = values()) {
            add(values, "a", 5);
            add(values, "b", 5);
            text(values, "a"); // asking again makes it no heavier
            text(values, "b");

            assertThat(values.spilled()).isFalse();
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void aValueThatGrowsPushesTheOldestOut() {
        try (Spilling<StringBuilder> values = values()) {
            add(values, "a", 3);
            add(values, "b", 3);
            add(values, "b", 6);

            assertThat(values.spilled()).isTrue();
            assertThat(text(values, "a")).isEqualTo("xxx");
            assertThat(text(values, "b")).isEqualTo("xxxxxxxxx");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void oneThatIsHeavierThanEverythingStaysAlone() {
        try (Spilling<StringBuilder> values = values()) {
            add(values, "a", 3 * MOST);

            assertThat(values.spilled()).isFalse();
            assertThat(text(values, "a")).hasSize(3 * MOST);
        }
    }

    @Test
    void everyValueIsToldInTheEndWhereverItWas() {
        try (Spilling<StringBuilder> values = values()) {
            for (int i = 0; i < 50; i++) {
                add(values, "key-" + i, 1 + i % 7);
            }
            List<Integer> lengths = new ArrayList<>();
            values.forEach(each -> lengths.add(each.length()));

            assertThat(lengths).hasSize(50).contains(1, 2, 3, 4, 5, 6, 7);
        }
    }

    @Test
    void aProcessThatIsToldToEndLeavesNothingBehind() throws Exception {
        Process spilling = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SpillAndWait.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = spilling.inputReader()) {
            assertThat(said.readLine()).isEqualTo("spilled");
            assertThat(folder).isNotEmptyDirectory();

            spilling.destroy();

            assertThat(spilling.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(folder).isEmptyDirectory();
        } finally {
            spilling.destroyForcibly();
        }
    }

    /** A process that has values on the disk and does not end by itself. */
    static final class SpillAndWait {

        public static void main(String[] arguments) throws InterruptedException {
            Spilling<StringBuilder> values = new Spilling<>(Path.of(arguments[0]), MOST, new Text());
            add(values, "a", MOST);
            add(values, "b", MOST);
            System.out.println("spilled");
            Thread.currentThread().join();
        }
    }

    private Spilling<StringBuilder> values() {
        return new Spilling<>(folder, MOST, new Text());
    }

    private static void add(Spilling<StringBuilder> values, String key, int length) {
        values.get(key, fresh -> new StringBuilder()).append("x".repeat(length));
        text(values, key); // what it weighs is seen when it is asked for
    }

    private static String text(Spilling<StringBuilder> values, String key) {
        return values.get(key, fresh -> new StringBuilder()).toString();
    }

    private static final class Text implements Form<StringBuilder> {

        @Override
        public byte[] encode(StringBuilder value) {
            return value.toString().getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public StringBuilder decode(String key, byte[] octets) {
            return new StringBuilder(new String(octets, StandardCharsets.US_ASCII));
        }

        @Override
        public int weight(StringBuilder value) {
            return value.length();
        }
    }
}
