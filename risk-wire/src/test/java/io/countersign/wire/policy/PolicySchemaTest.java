package io.countersign.wire.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.countersign.wire.testing.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema says what the code does: the same fields, of which the same must be there, within the same bounds. */
class PolicySchemaTest {

    private static final JsonNode SCHEMA = schema();
    private static final JsonSchema VALIDATOR =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(SCHEMA);
    private static final String FULL = Resources.text("/policy/full.yaml");

    /** What a schema cannot see: it takes these documents, and the code does not. */
    private static final List<String> BEYOND = List.of(
            "Berlim",
            "P367D",
            "PT0S",
            "PT24H1S",
            "reject: 69",
            "from: 5, to: 5",
            "from: 0.2",
            "from: 4",
            "1.0e",
            "transfer.a",
            "worth",
            "no-privacy-coins",
            "2147483648",
            "alias",
            "sentence: \" \"");

    @Test
    void hasTheFieldsOfTheDocument() {
        sameFields(PolicyDocument.class, SCHEMA, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/policy/sample.yaml", "/policy/full.yaml"})
    void takesTheSamples(String sample) throws Exception {
        assertThat(VALIDATOR.validate(tree(Resources.text(sample)))).isEmpty();
    }

    @ParameterizedTest(name = "{1} for {0}")
    @CsvFileSource(resources = "/policy/errors.csv", delimiter = '|', numLinesToSkip = 1)
    void refusesWhatTheCodeRefuses(String good, @Nullable String bad, String expected) throws Exception {
        String text = bad == null ? "" : bad;
        if (expected.contains("not YAML") || expected.contains("alias")) {
            return;
        }
        boolean beyond = BEYOND.stream().anyMatch(text::contains);

        assertThat(VALIDATOR.validate(tree(FULL.replace(good, text))).isEmpty()).isEqualTo(beyond);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zone", "quote", "endpoints", "limits", "priceMaxAge", "retryHorizon"})
    void refusesADocumentWithout(String field) {
        ObjectNode tree = (ObjectNode) tree(FULL);
        tree.remove(field);

        assertThat(VALIDATOR.validate(tree)).isNotEmpty();
        assertThatThrownBy(() -> PolicyYaml.parse(1, new ObjectMapper().writeValueAsString(tree)))
                .hasMessageContaining("field " + field + ": is missing");
    }

    private static void sameFields(Class<?> type, JsonNode schema, String at) {
        List<String> names = new ArrayList<>();
        List<String> required = new ArrayList<>();
        JsonNode node = resolved(schema);
        for (RecordComponent each : type.getRecordComponents()) {
            String name = DocumentReader.nameOf(each);
            names.add(name);
            if (!DocumentReader.isOptional(each)) {
                required.add(name);
            }
            JsonNode field = node.path("properties").path(name);
            sameBounds(each, field, at + "." + name);
            sameValue(each.getGenericType(), field, at + "." + name);
        }
        List<String> published = new ArrayList<>();
        node.path("properties").fieldNames().forEachRemaining(published::add);
        List<String> publishedRequired = new ArrayList<>();
        node.path("required").forEach(each -> publishedRequired.add(each.asText()));
        assertThat(published).as(at).containsExactlyInAnyOrderElementsOf(names);
        assertThat(publishedRequired).as(at).containsExactlyInAnyOrderElementsOf(required);
        assertThat(node.path("additionalProperties").asBoolean(true)).as(at).isFalse();
    }

    private static void sameValue(Type type, JsonNode schema, String at) {
        JsonNode node = resolved(schema);
        if (type instanceof ParameterizedType generic) {
            boolean list = generic.getRawType() == List.class;
            assertThat(node.path("type").asText()).as(at).isEqualTo(list ? "array" : "object");
            Type of = generic.getActualTypeArguments()[list ? 0 : 1];
            sameValue(of, node.path(list ? "items" : "additionalProperties"), at + "[]");
            return;
        }
        Class<?> plain = (Class<?>) type;
        Leaf<?> leaf = Leaves.of(plain);
        if (leaf != null) {
            String number = plain == Integer.class ? "integer" : "number";
            assertThat(node.path("type").asText()).as(at).isEqualTo(leaf.number() ? number : "string");
        } else if (plain.isEnum()) {
            List<String> constants = new ArrayList<>();
            node.path("enum").forEach(each -> constants.add(each.asText()));
            assertThat(constants)
                    .isEqualTo(Arrays.stream(plain.getEnumConstants())
                            .map(Object::toString)
                            .toList());
        } else {
            sameFields(plain, schema, at);
        }
    }

    private static void sameBounds(RecordComponent component, JsonNode field, String at) {
        Leaf<?> leaf = Leaves.of(component.getType());
        if (leaf == null || !leaf.number()) {
            return;
        }
        Bounds bounds = component.getAnnotation(Bounds.class);
        assertThat(bounds).as(at).isNotNull();
        sameBound(bounds.least(), field.path("minimum"), at);
        sameBound(bounds.above(), field.path("exclusiveMinimum"), at);
        sameBound(bounds.most(), field.path("maximum"), at);
        sameBound(bounds.below(), field.path("exclusiveMaximum"), at);
    }

    private static void sameBound(String bound, JsonNode published, String at) {
        assertThat(published.isMissingNode()).as(at).isEqualTo(bound.isEmpty());
        if (!bound.isEmpty()) {
            assertThat(published.decimalValue()).as(at).isEqualByComparingTo(new BigDecimal(bound));
        }
    }

    private static JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? SCHEMA.at(schema.path("$ref").asText().substring(1)) : schema;
    }

    private static JsonNode tree(String yaml) {
        try {
            return new YAMLMapper().readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode schema() {
        try {
            return new ObjectMapper()
                    .readTree(Files.readString(Path.of("..", "docs", "reference", "policy.schema.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
