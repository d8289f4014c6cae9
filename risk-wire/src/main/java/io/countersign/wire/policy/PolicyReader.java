package io.countersign.wire.policy;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.stream.Collectors;

/** Reads the text of a policy into its fields, and says everything that is wrong with it. */
final class PolicyReader {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private PolicyReader() {}

    static PolicyDocument read(String yaml) {
        PolicyLines lines = PolicyLines.of(YAML, yaml);
        JsonNode tree = tree(yaml);
        Problems problems = new Problems(lines);
        if (lines.alias() > 0) {
            problems.addAtLine(lines.alias(), "an alias (*name) is not read here: write the value itself");
        }
        if (tree.isMissingNode() || tree.isNull()) {
            problems.add(FieldPath.ROOT, "the document is empty");
        }
        problems.throwIfAny();
        PolicyDocument document = new DocumentReader(problems).read(PolicyDocument.class, tree, FieldPath.ROOT);
        problems.throwIfAny();
        if (document == null) {
            throw new IllegalStateException("a document without problems is a document");
        }
        new PolicyChecks(document, problems).run();
        problems.throwIfAny();
        return document;
    }

    private static JsonNode tree(String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String line = "line " + (at == null ? 1 : at.getLineNr());
            String reason = e.getOriginalMessage().lines().map(String::strip).collect(Collectors.joining(" "));
            throw new PolicyException("%s: this is not YAML as a policy is written: %s".formatted(line, reason), e);
        }
    }
}
