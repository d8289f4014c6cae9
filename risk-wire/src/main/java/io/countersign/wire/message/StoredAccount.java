package io.countersign.wire.message;

import io.countersign.domain.account.Account;

/**
 * What the engine keeps of an account: its state and the head of its chain.
 *
 * @param sequence of its last journal entry; 0 before the first
 * @param lastHash of its last journal entry, or of its genesis
 */
public record StoredAccount(Account account, long sequence, Octets lastHash) {}
