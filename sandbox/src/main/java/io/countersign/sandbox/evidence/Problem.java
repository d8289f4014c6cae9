package io.countersign.sandbox.evidence;

/**
 * A promise that did not hold.
 *
 * @param where what to look at: a request's id, an account, a digest
 */
public record Problem(Promise promise, String where) {
    @Override
    public String toString() {
        return promise.broken() + ": " + where;
    }
}
