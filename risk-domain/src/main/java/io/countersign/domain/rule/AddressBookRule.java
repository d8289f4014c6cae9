package io.countersign.domain.rule;

import io.countersign.domain.account.Account;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.request.Destination;
import io.countersign.domain.request.RequestFacts;
import io.countersign.domain.request.Transfer;
import java.time.Instant;

/** Rejects a destination that is not on the account's own address book. */
public record AddressBookRule() implements Rule {

    static final RuleId ID = new RuleId("address-book");

    @Override
    public Finding evaluate(RequestFacts request, Account account, Instant now) {
        Transfer transfer = request.transfer();
        Destination destination = transfer == null ? null : transfer.destination();
        if (destination == null) {
            return Finding.notApplicable(ID);
        }
        String bound = "on the address book";
        if (!account.addressBook().containsKey(destination)) {
            return Finding.reject(
                    ID,
                    destination.toString(),
                    bound,
                    "this address, network and tag are not on the address book: add them first");
        }
        return Finding.pass(ID, destination.toString(), bound, "the destination is on the address book");
    }
}
