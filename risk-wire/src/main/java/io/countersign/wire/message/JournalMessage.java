package io.countersign.wire.message;

import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.id.AccountId;

/**
 * One event of one account in its place in the chain.
 *
 * @param sequence 1 for the account's first event, then without a gap
 * @param previousHash SHA-256 of the Avro body of the entry before, 32 octets
 */
public record JournalMessage(AccountId account, long sequence, Octets previousHash, AccountEvent event) {}
