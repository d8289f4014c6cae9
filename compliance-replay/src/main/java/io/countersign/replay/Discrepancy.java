package io.countersign.replay;

/**
 * The first place where an account's journal is not as it must be.
 *
 * @param position of the record, for example partition 3 offset 17
 * @param what is compared, for example status of request 0a1b…
 * @param recorded what the journal says
 * @param expected what it must say
 */
public record Discrepancy(String account, String position, String what, String recorded, String expected) {

    @Override
    public String toString() {
        return "account %s, %s: %s%n    recorded: %s%n    expected: %s"
                .formatted(account, position, what, recorded, expected);
    }
}
