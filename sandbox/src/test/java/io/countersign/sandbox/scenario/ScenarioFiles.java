package io.countersign.sandbox.scenario;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The scenarios, one file for each rule, and the policy that each is played under. */
final class ScenarioFiles {

    private static final Path FOLDER = Path.of("src", "test", "resources", "scenarios");
    private static final String BASE = "policy.yaml";
    private static final String EVERYTHING = "everything.yaml";
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ScenarioFiles() {}

    /** The scenarios of one rule. */
    record ScenarioFile(String rule, List<Scenario> scenarios) {}

    static List<ScenarioFile> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(each -> !each.endsWith(BASE) && !each.endsWith(EVERYTHING))
                    .sorted()
                    .map(each -> read(each, ScenarioFile.class))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A document with every rule in it. */
    static String everything() {
        try {
            return Files.readString(FOLDER.resolve(EVERYTHING));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document that {@code scenario} is played under. */
    static String policy(Scenario scenario) {
        try {
            JsonNode base = YAML.readTree(FOLDER.resolve(BASE).toFile());
            return YAML.writeValueAsString(scenario.policy() == null ? base : merged(base, scenario.policy()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode merged(JsonNode base, JsonNode over) {
        if (!(base instanceof ObjectNode fields) || !over.isObject()) {
            return over;
        }
        ObjectNode result = fields.deepCopy();
        over.fieldNames().forEachRemaining(name -> {
            JsonNode before = fields.get(name);
            result.set(name, before == null ? over.get(name) : merged(before, over.get(name)));
        });
        return result;
    }

    private static <T> T read(Path file, Class<T> type) {
        try {
            return YAML.readValue(file.toFile(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
