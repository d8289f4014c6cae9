package io.countersign.domain.account;

/** The invariant of every evolution: an event that does not fit the state means a corrupt journal. */
final class Corrupt {

    private Corrupt() {}

    static void unless(boolean fits, String otherwise, Object subject) {
        if (!fits) {
            throw new IllegalStateException("corrupt journal: " + otherwise.formatted(subject));
        }
    }
}
