package io.countersign.wire.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong with a document, all of it. */
final class Problems {

    private final PolicyLines lines;
    private final List<Problem> found = new ArrayList<>();

    Problems(PolicyLines lines) {
        this.lines = lines;
    }

    void add(FieldPath at, String message) {
        int line = lines.of(at);
        String field = at.shown().isEmpty() ? "" : ", field " + at;
        found.add(new Problem(line, "line %d%s: %s".formatted(line, field, message)));
    }

    void addAtLine(int line, String message) {
        found.add(new Problem(line, "line %d: %s".formatted(line, message)));
    }

    /** Whether a check had no objection, which it tells by an {@link IllegalArgumentException}. */
    boolean check(FieldPath at, Runnable check) {
        try {
            check.run();
            return true;
        } catch (IllegalArgumentException e) {
            add(at, String.valueOf(e.getMessage()));
            return false;
        }
    }

    /**
     * In the order of the lines.
     *
     * @throws PolicyException when there is any
     */
    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new PolicyException(found.stream()
                    .sorted(Comparator.comparing(Problem::line))
                    .map(Problem::text)
                    .toList());
        }
    }

    private record Problem(int line, String text) {}
}
