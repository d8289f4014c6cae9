package io.countersign.wire.policy;

import io.countersign.wire.policy.PolicyDocument.Custom;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What two policy documents say differently. Layout, the order of lists and ways of writing one value are no difference. */
public final class PolicyDiff {

    /**
     * One field that changed. A list has one change for each entry that came or went; a custom rule is found by its id.
     *
     * @param field for example limits.rolling7d or custom[no-privacy-coins].when
     * @param before null when it was not there
     * @param after null when it is not there any more
     */
    public record Change(
            String field, @Nullable String before, @Nullable String after) {}

    private static final char ENTRY = '\0';

    private final Map<String, String> values = new LinkedHashMap<>();

    private PolicyDiff() {}

    /**
     * What changes from {@code before} to {@code after}, in the order of the reference; what went away follows.
     *
     * @throws PolicyException when one of them is no policy
     */
    public static List<Change> between(String before, String after) {
        Map<String, String> left = flat(before);
        Map<String, String> right = flat(after);
        Set<String> fields = new LinkedHashSet<>(right.keySet());
        fields.addAll(left.keySet());
        List<Change> changes = new ArrayList<>();
        for (String each : fields) {
            if (!Objects.equals(left.get(each), right.get(each))) {
                changes.add(new Change(withoutEntry(each), left.get(each), right.get(each)));
            }
        }
        return List.copyOf(changes);
    }

    private static Map<String, String> flat(String yaml) {
        PolicyDiff found = new PolicyDiff();
        found.add("", PolicyReader.read(yaml));
        return found.values;
    }

    private void add(String field, Object value) {
        if (value instanceof Map<?, ?> map) {
            values.put(field, "present");
            map.forEach((key, each) -> add(step(field, String.valueOf(key)), each));
        } else if (value instanceof List<?> list) {
            values.put(field, "present");
            list.forEach(each -> entry(field, each));
        } else if (value instanceof Record && Leaves.of(value.getClass()) == null) {
            fields(field, value);
        } else {
            values.put(field, text(value));
        }
    }

    private void fields(String field, Object owner) {
        if (!field.isEmpty()) {
            values.put(field, "present");
        }
        for (RecordComponent each : owner.getClass().getRecordComponents()) {
            Object value = Overlay.valueOf(each, owner);
            if (value != null) {
                add(step(field, DocumentReader.nameOf(each)), value);
            }
        }
    }

    /** An entry without a name is its own value: NUL cannot be in a field, so that the two are never mixed up. */
    private void entry(String field, Object entry) {
        if (entry instanceof Custom custom) {
            fields("%s[%s]".formatted(field, custom.id()), custom);
        } else {
            values.put(field + ENTRY + text(entry), text(entry));
        }
    }

    private static String withoutEntry(String field) {
        int entry = field.indexOf(ENTRY);
        return entry < 0 ? field : field.substring(0, entry);
    }

    private static String step(String field, String name) {
        return field.isEmpty() ? name : field + "." + name;
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : value.toString();
    }
}
