package io.countersign.wire.policy;

/**
 * Where a field stands in the document.
 *
 * @param shown for a person, for example endpoints[0] or limits.rolling24h; empty for the whole document
 * @param pointer RFC 6901
 */
record FieldPath(String shown, String pointer) {

    static final FieldPath ROOT = new FieldPath("", "");

    FieldPath field(String name) {
        String step = name.replace("~", "~0").replace("/", "~1");
        return new FieldPath(shown.isEmpty() ? name : shown + "." + name, pointer + "/" + step);
    }

    FieldPath index(int index) {
        return new FieldPath("%s[%d]".formatted(shown, index), pointer + "/" + index);
    }

    @Override
    public String toString() {
        return shown;
    }
}
