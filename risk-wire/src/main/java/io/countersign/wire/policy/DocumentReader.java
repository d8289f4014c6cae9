package io.countersign.wire.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.countersign.wire.policy.spelling.Nearest;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a tree into records, whose components are the fields: one that is {@link Nullable} may be missing, and {@link Bounds} bound
 * it. Goes on after a problem, so that all of them are told at once.
 */
final class DocumentReader {

    private final Problems problems;

    DocumentReader(Problems problems) {
        this.problems = problems;
    }

    /** Null after a problem. */
    <R extends Record> @Nullable R read(Class<R> type, JsonNode node, FieldPath at) {
        return type.cast(record(type, node, at));
    }

    /** How the document calls a component. */
    static String nameOf(RecordComponent component) {
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null ? component.getName() : named.value();
    }

    static boolean isOptional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private @Nullable Object value(Type type, JsonNode node, FieldPath at) {
        if (node.isNull()) {
            problems.add(at, "has no value: give it one, or take the field out");
            return null;
        }
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            return generic.getRawType() == List.class ? list(of[0], node, at) : map(of, node, at);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord() && Leaves.of(plain) == null) {
            return record(plain, node, at);
        }
        return plain.isEnum() ? constant(plain, node, at) : leaf(plain, node, at);
    }

    private @Nullable Object leaf(Class<?> type, JsonNode node, FieldPath at) {
        Leaf<?> leaf = Leaves.of(type);
        if (leaf == null) {
            throw new IllegalStateException("no way to read a " + type);
        }
        try {
            return leaf.read(node);
        } catch (IllegalArgumentException e) {
            boolean zone = type == ZoneId.class && node.isTextual();
            String hint = zone ? Nearest.hint(node.asText(), ZoneId.getAvailableZoneIds()) : "";
            problems.add(at, e.getMessage() + hint);
            return null;
        }
    }

    private @Nullable Object constant(Class<?> type, JsonNode node, FieldPath at) {
        List<String> names =
                Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
        int index = names.indexOf(node.asText());
        if (index < 0) {
            problems.add(at, "%s is not one of %s".formatted(Leaf.shown(node.asText()), String.join(", ", names)));
            return null;
        }
        return type.getEnumConstants()[index];
    }

    private @Nullable Object list(Type of, JsonNode node, FieldPath at) {
        if (!node.isArray()) {
            problems.add(at, "expected a list");
            return null;
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            Object value = value(of, node.get(i), at.index(i));
            if (value != null && values.contains(value)) {
                problems.add(at.index(i), value + " is listed twice: take one out");
            } else if (value != null) {
                values.add(value);
            }
        }
        return List.copyOf(values);
    }

    private @Nullable Object map(Type[] of, JsonNode node, FieldPath at) {
        if (!isObject(node, at)) {
            return null;
        }
        Map<Object, Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            FieldPath field = at.field(each.getKey());
            Object key = leaf((Class<?>) of[0], TextNode.valueOf(each.getKey()), field);
            Object value = value(of[1], each.getValue(), field);
            if (key != null && value != null) {
                values.put(key, value);
            }
        }
        return Collections.unmodifiableMap(values);
    }

    private @Nullable Object record(Class<?> type, JsonNode node, FieldPath at) {
        if (!isObject(node, at)) {
            return null;
        }
        RecordComponent[] components = type.getRecordComponents();
        List<String> known =
                Arrays.stream(components).map(DocumentReader::nameOf).toList();
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            if (!known.contains(each.getKey())) {
                problems.add(at.field(each.getKey()), "is not a field here" + unknown(each.getKey(), known));
            }
        }
        boolean complete = true;
        List<@Nullable Object> values = new ArrayList<>();
        for (RecordComponent each : components) {
            Object value = component(each, node, at);
            complete &= value != null || (isOptional(each) && !node.has(nameOf(each)));
            values.add(value);
        }
        return complete ? made(type, values, at) : null;
    }

    private @Nullable Object component(RecordComponent component, JsonNode node, FieldPath at) {
        FieldPath field = at.field(nameOf(component));
        JsonNode found = node.get(nameOf(component));
        if (found == null) {
            if (!isOptional(component)) {
                problems.add(field, "is missing: add it");
            }
            return null;
        }
        Object value = value(component.getGenericType(), found, field);
        Bounds bounds = component.getAnnotation(Bounds.class);
        if (value != null && bounds != null && !new Within(bounds, component.getType()).holds(value)) {
            problems.add(field, "%s is out of range: it is %s".formatted(found.asText(), Within.words(bounds)));
            return null;
        }
        return value;
    }

    private @Nullable Object made(Class<?> type, List<@Nullable Object> values, FieldPath at) {
        try {
            return Overlay.construct(type, values);
        } catch (IllegalArgumentException e) {
            problems.add(at, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private boolean isObject(JsonNode node, FieldPath at) {
        if (!node.isObject()) {
            problems.add(at, "expected fields, each on a line as \"name: value\"");
        }
        return node.isObject();
    }

    private static String unknown(String name, List<String> known) {
        String hint = Nearest.hint(name, known);
        return hint.isEmpty() ? known.stream().collect(Collectors.joining(", ", ": known are ", "")) : hint;
    }
}
