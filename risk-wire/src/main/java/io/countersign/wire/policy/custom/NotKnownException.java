package io.countersign.wire.policy.custom;

/** A fact that is asked for and cannot be known of this request. */
final class NotKnownException extends RuntimeException {

    private final String why;

    NotKnownException(String why) {
        super(why);
        this.why = why;
    }

    String why() {
        return why;
    }
}
