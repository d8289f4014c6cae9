package io.countersign.domain.id;

/** Names what a person is asked to confirm: 32 lower-case hex digits, those of the request that raised the question. */
public record ConfirmationId(String value) {

    private static final int DIGITS = 32;

    public ConfirmationId {
        if (!HexForm.isLowerHex(value, DIGITS)) {
            throw new IllegalArgumentException("a confirmation id is 32 lower-case hex digits");
        }
    }

    /** The question that {@code request} raises. */
    public static ConfirmationId raisedBy(RequestId request) {
        return new ConfirmationId(request.value());
    }

    @Override
    public String toString() {
        return value;
    }
}
