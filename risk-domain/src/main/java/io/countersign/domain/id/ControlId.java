package io.countersign.domain.id;

/** Names one control: 32 lower-case hex digits. */
public record ControlId(String value) {

    private static final int DIGITS = 32;

    public ControlId {
        if (!HexForm.isLowerHex(value, DIGITS)) {
            throw new IllegalArgumentException("a control id is 32 lower-case hex digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
