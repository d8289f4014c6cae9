package io.countersign.domain.rule;

import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.request.Destination;
import io.countersign.domain.request.Transfer;
import java.time.Duration;
import java.time.Instant;

/** Rejects a destination that is not on the account's own address book, or is there for less than {@code coolingOff}. */
public record AddressBookRule(Duration coolingOff) implements Rule {

    static final RuleId ID = new RuleId("address-book");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Finding evaluate(RuleInput input) {
        Transfer transfer = input.request().transfer();
        Destination destination = transfer == null ? null : transfer.destination();
        if (destination == null) {
            return Finding.notApplicable(ID);
        }
        String bound = coolingOff.isZero() ? "on the address book" : "on the address book for " + coolingOff;
        Instant addedAt = input.account().standing().addressBook().get(destination);
        if (addedAt == null) {
            return Finding.reject(
                    ID,
                    destination.toString(),
                    bound,
                    "this address, network and tag are not on the address book: add them first");
        }
        Instant usableFrom = addedAt.plus(coolingOff);
        if (input.now().isBefore(usableFrom)) {
            return Finding.reject(
                    ID,
                    "%s, added %s".formatted(destination, addedAt),
                    bound,
                    "this address is new on the address book: it can be used from %s on".formatted(usableFrom));
        }
        return Finding.pass(ID, destination.toString(), bound, "the destination is on the address book");
    }
}
