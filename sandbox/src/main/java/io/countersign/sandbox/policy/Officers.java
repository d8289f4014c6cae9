package io.countersign.sandbox.policy;

/** The two officers of a sandbox: what one publishes or freezes, the other confirms or lifts. */
public final class Officers {
    public static final String FIRST = "officer-1";
    public static final String SECOND = "officer-2";

    private Officers() {}

    /** The one who is not {@code officer}. */
    public static String otherThan(String officer) {
        return officer.equals(FIRST) ? SECOND : FIRST;
    }
}
