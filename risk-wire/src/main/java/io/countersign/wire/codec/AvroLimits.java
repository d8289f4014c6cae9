package io.countersign.wire.codec;

/** Caps what a length inside hostile octets can make Avro allocate. Must run before Avro decodes for the first time. */
final class AvroLimits {

    /** More than the largest record that any topic takes. */
    private static final int LARGEST = 16 * 1024 * 1024;

    private static final int MOST_ITEMS = 1024 * 1024;

    private AvroLimits() {}

    static void apply() {
        cap("org.apache.avro.limits.bytes.maxLength", LARGEST);
        cap("org.apache.avro.limits.string.maxLength", LARGEST);
        cap("org.apache.avro.limits.collectionItems.maxLength", MOST_ITEMS);
    }

    private static void cap(String property, int limit) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, Integer.toString(limit));
        }
    }
}
