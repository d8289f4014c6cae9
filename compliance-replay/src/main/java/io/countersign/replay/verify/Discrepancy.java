package io.countersign.replay.verify;

/**
 * The first place where the log is not as it must be.
 *
 * @param subject what is wrong, for example account alice
 * @param position of the record, for example partition 3 offset 17
 * @param what is compared, for example status of request 0a1b…
 * @param recorded what the log says
 * @param expected what it must say
 */
public record Discrepancy(String subject, String position, String what, String recorded, String expected) {

    @Override
    public String toString() {
        return "%s, %s: %s%n    recorded: %s%n    expected: %s".formatted(subject, position, what, recorded, expected);
    }
}
