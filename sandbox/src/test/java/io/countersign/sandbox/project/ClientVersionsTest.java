package io.countersign.sandbox.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of clients tells of the versions that are installed, and the lock file of nobody's registry. */
class ClientVersionsTest {
    private static final Path CLIENTS = Project.root().resolve("sandbox/src/test/clients");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| ([0-9][0-9.]*) \\|");
    private static final Pattern JAVA =
            Pattern.compile("<artifactId>binance-connector-java</artifactId>\\s*<version>([0-9.]+)</version>");

    @Test
    void theTableHasEveryClientInTheVersionThatIsRun() throws IOException {
        Map<String, String> run = new TreeMap<>();
        run.put("io.github.binance:binance-connector-java", javaVersion());
        json("package.json")
                .path("dependencies")
                .properties()
                .forEach(each -> run.put(each.getKey(), each.getValue().asText()));
        // Not a client, but what some of them send with.
        run.remove("axios");

        Map<String, String> told = new TreeMap<>();
        Matcher row = ROW.matcher(Files.readString(Project.root().resolve("docs/reference/clients.md")));
        while (row.find()) {
            told.put(row.group(1), row.group(2));
        }

        assertThat(told).isEqualTo(run);
    }

    @Test
    void theLockFileHasEveryHashAndNoRegistry() throws IOException {
        JsonNode packages = json("package-lock.json").path("packages");

        packages.properties().forEach(each -> {
            if (!each.getKey().isEmpty()) {
                assertThat(each.getValue().path("integrity").asText())
                        .as(each.getKey())
                        .startsWith("sha512-");
                assertThat(each.getValue().has("resolved")).as(each.getKey()).isFalse();
            }
        });
    }

    private static JsonNode json(String file) throws IOException {
        return JsonMapper.builder().build().readTree(CLIENTS.resolve(file).toFile());
    }

    private static String javaVersion() throws IOException {
        String pom = Files.readString(Project.root().resolve("sandbox/pom.xml"));
        Matcher dependency = JAVA.matcher(pom);
        assertThat(dependency.find()).as("the Java connector is in pom.xml").isTrue();
        return dependency.group(1);
    }
}
