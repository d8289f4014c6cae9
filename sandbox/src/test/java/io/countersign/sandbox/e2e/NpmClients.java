package io.countersign.sandbox.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Binance client libraries of npm, installed from their lock file under target, each run as a process of its own. */
final class NpmClients {
    static final Path SOURCES = Path.of("src", "test", "clients");

    private static final Path HOME = Path.of("target", "clients");
    private static final long INSTALL_MINUTES = 5;
    private static final long RUN_MINUTES = 2;
    private static final String NEEDED =
            "the npm clients need Node.js 20 or newer with npm on the PATH, for example: apt install nodejs npm, brew install node@20";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private NpmClients() {}

    /** Installs them; without Node.js the test fails in CI, and is left out elsewhere with a word on what to install. */
    static void install() throws InterruptedException {
        try {
            run(List.of("node", "--version"), "", 1);
            run(List.of("npm", "--version"), "", 1);
        } catch (UncheckedIOException missing) {
            if (System.getenv("CI") != null) {
                throw new AssertionError(NEEDED, missing);
            }
            Assumptions.abort(NEEDED);
        }
        String installed = run(List.of("npm", "ci", "--no-audit", "--no-fund"), "", INSTALL_MINUTES);
        if (!Files.isDirectory(HOME.resolve("node_modules"))) {
            throw new AssertionError("npm ci installed nothing: " + installed);
        }
    }

    /** What a client saw at each step. */
    static JsonNode drive(String client, ObjectNode settings) throws InterruptedException {
        String output = run(List.of("node", "run.mjs", client), settings.toString(), RUN_MINUTES);
        try {
            return JSON.readTree(output.substring(output.lastIndexOf("{\"apiKey\"")));
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new AssertionError(client + " did not come to its end: " + output, e);
        }
    }

    private static String run(List<String> command, String input, long minutes) throws InterruptedException {
        try {
            copySources();
            Path output = Files.createTempFile(HOME, "output", ".txt");
            Process process = new ProcessBuilder(command)
                    .directory(HOME.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
                in.write(input);
            }
            if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(command + " took more than " + minutes + " minutes");
            }
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copySources() throws IOException {
        Files.createDirectories(HOME);
        Files.walkFileTree(SOURCES, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, HOME.resolve(SOURCES.relativize(file)), StandardCopyOption.REPLACE_EXISTING);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
