package io.countersign.sandbox.standin.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads a JSON object field by field. A field that nobody asked for is a mistake, not a comment. */
final class Fields {

    private static final int MAX_DIGITS = 60;

    private final JsonNode node;

    Fields(JsonNode node, Set<String> known) {
        if (!node.isObject()) {
            throw UnusableInput.field("body", "send a JSON object with " + new TreeSet<>(known));
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw UnusableInput.field(name, "unknown field, use one of " + new TreeSet<>(known));
            }
        });
        this.node = node;
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    JsonNode get(String name) {
        return node.path(name);
    }

    String text(String name) {
        String text = text(name, "");
        if (text.isEmpty()) {
            throw UnusableInput.field(name, "is missing, send a text");
        }
        return text;
    }

    String text(String name, String otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        if (!node.get(name).isTextual()) {
            throw UnusableInput.field(name, "send a text in quotes");
        }
        return node.get(name).textValue();
    }

    long number(String name, long otherwise, long min, long max) {
        if (!has(name)) {
            return otherwise;
        }
        JsonNode value = node.get(name);
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < min
                || value.longValue() > max) {
            throw UnusableInput.field(name, "send a whole number from %d to %d".formatted(min, max));
        }
        return value.longValue();
    }

    int count(String name, int otherwise, int min, int max) {
        return Math.toIntExact(number(name, otherwise, min, max));
    }

    List<String> texts(String name, List<String> otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode value : node.get(name)) {
            texts.add(value.asText());
        }
        if (!node.get(name).isArray() || texts.size() > 100) {
            throw UnusableInput.field(name, "send a list of at most 100 texts");
        }
        return texts;
    }

    /** Coin to amount; numbers are accepted as well as texts. */
    static Map<String, BigDecimal> amounts(String field, JsonNode node) {
        Map<String, BigDecimal> amounts = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> amounts.put(
                        entry.getKey(), amount(field, entry.getValue().asText())));
        if ((!node.isObject() && !node.isMissingNode()) || amounts.size() > 1_000) {
            throw UnusableInput.field(field, "send an object of at most 1000 coins, such as {\"USDT\":\"1000\"}");
        }
        return amounts;
    }

    private static BigDecimal amount(String field, String text) {
        try {
            BigDecimal amount = new BigDecimal(text);
            if (amount.signum() >= 0 && amount.precision() <= MAX_DIGITS && Math.abs(amount.scale()) <= MAX_DIGITS) {
                return amount;
            }
        } catch (NumberFormatException notANumber) {
            throw UnusableInput.field(field, "'" + text + "' is not a decimal number, write \"1000.5\"");
        }
        throw UnusableInput.field(field, "'" + text + "' is negative or too long");
    }

    static Map<String, Boolean> flags(String field, JsonNode node, List<String> known) {
        Map<String, Boolean> flags = new LinkedHashMap<>();
        node.properties().forEach(entry -> {
            if (!known.contains(entry.getKey()) || !entry.getValue().isBoolean()) {
                throw UnusableInput.field(field, "'" + entry.getKey() + "' must be true or false and one of " + known);
            }
            flags.put(entry.getKey(), entry.getValue().booleanValue());
        });
        return flags;
    }
}
