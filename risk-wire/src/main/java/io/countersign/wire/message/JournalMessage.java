package io.countersign.wire.message;

import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.id.AccountId;

/**
 * One event of one account in its place in the chain.
 *
 * @param sequence 1 for the account's first event, then without a gap
 * @param previousHash SHA-256 of the Avro body of the entry before, 32 octets
 */
public record JournalMessage(AccountId account, long sequence, Octets previousHash, JournalContent content) {

    /** In the clear. */
    public JournalMessage(AccountId account, long sequence, Octets previousHash, AccountEvent event) {
        this(account, sequence, previousHash, new JournalContent.Clear(event));
    }

    /**
     * The event of an entry that is known to be in the clear, or was opened.
     *
     * @throws IllegalStateException when it is sealed
     */
    public AccountEvent event() {
        return switch (content) {
            case JournalContent.Clear clear -> clear.event();
            case JournalContent.Sealed sealed ->
                throw new IllegalStateException("entry %d of account %s is sealed".formatted(sequence, account));
        };
    }
}
