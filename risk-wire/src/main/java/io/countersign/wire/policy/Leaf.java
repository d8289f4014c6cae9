package io.countersign.wire.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.wire.policy.custom.ConditionException;
import java.time.DateTimeException;
import java.util.function.Function;

/**
 * How a value without fields is read.
 *
 * @param number whether the document writes a number, and not a text
 * @param form what it should look like, for a person
 * @param parse throws an {@link IllegalArgumentException} or {@link DateTimeException} for what has another form
 */
record Leaf<T>(boolean number, String form, Function<String, T> parse) {

    private static final int MOST_SHOWN = 60;

    static <T> Leaf<T> text(String form, Function<String, T> parse) {
        return new Leaf<>(false, form, parse);
    }

    static <T> Leaf<T> number(String form, Function<String, T> parse) {
        return new Leaf<>(true, form, parse);
    }

    /**
     * The value of {@code node}.
     *
     * @throws IllegalArgumentException whose message is for a person
     */
    T read(JsonNode node) {
        if (node.isContainerNode()) {
            throw new IllegalArgumentException("expected " + form);
        }
        String text = node.asText();
        if (number ? !node.isNumber() : !node.isTextual()) {
            throw new IllegalArgumentException("%s is not %s%s".formatted(shown(text), form, quotes(node)));
        }
        try {
            return parse.apply(text);
        } catch (ConditionException e) {
            throw e; // It says where.
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("%s is not %s".formatted(shown(text), form), e);
        }
    }

    private String quotes(JsonNode node) {
        if (number) {
            return node.isTextual() ? ": write it without quotes" : "";
        }
        return ": write it in quotes";
    }

    static String shown(String text) {
        String line = text.lines().map(String::strip).findFirst().orElse("");
        return line.length() > MOST_SHOWN ? line.substring(0, MOST_SHOWN) + "…" : "\"" + line + "\"";
    }
}
