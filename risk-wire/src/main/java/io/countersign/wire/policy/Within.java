package io.countersign.wire.policy;

import java.util.ArrayList;
import java.util.List;

/** Whether a value keeps to its {@link Bounds}, which are written as values of {@code type} are. */
record Within(Bounds bounds, Class<?> type) {

    boolean holds(Object value) {
        return (bounds.least().isEmpty() || compare(value, bounds.least()) >= 0)
                && (bounds.above().isEmpty() || compare(value, bounds.above()) > 0)
                && (bounds.most().isEmpty() || compare(value, bounds.most()) <= 0)
                && (bounds.below().isEmpty() || compare(value, bounds.below()) < 0);
    }

    @SuppressWarnings("unchecked") // Both are of one type, whose values compare: numbers and durations.
    private int compare(Object value, String bound) {
        Leaf<?> leaf = Leaves.of(type);
        if (leaf == null) {
            throw new IllegalStateException("%s has no bounds".formatted(type));
        }
        return ((Comparable<Object>) value).compareTo(leaf.parse().apply(bound));
    }

    /** For a person, for example "0 or more, and at most 5". */
    static String words(Bounds bounds) {
        List<String> words = new ArrayList<>();
        if (!bounds.least().isEmpty()) {
            words.add(bounds.least() + " or more");
        }
        if (!bounds.above().isEmpty()) {
            words.add("more than " + bounds.above());
        }
        if (!bounds.most().isEmpty()) {
            words.add("at most " + bounds.most());
        }
        if (!bounds.below().isEmpty()) {
            words.add("less than " + bounds.below());
        }
        return String.join(", and ", words);
    }
}
