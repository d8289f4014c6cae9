package io.countersign.domain.id;

import java.util.regex.Pattern;

/** Names one control: 32 lower-case hex digits. */
public record ControlId(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    public ControlId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a control id is 32 lower-case hex digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
