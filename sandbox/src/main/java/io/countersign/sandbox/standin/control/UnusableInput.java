package io.countersign.sandbox.standin.control;

/** Input that the control API stops at its edge. The message names the field and the remedy. */
final class UnusableInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    UnusableInput(int status, String message) {
        super(message);
        this.status = status;
    }

    static UnusableInput field(String field, String remedy) {
        return new UnusableInput(400, field + ": " + remedy);
    }

    int status() {
        return status;
    }
}
