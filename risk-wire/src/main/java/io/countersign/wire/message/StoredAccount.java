package io.countersign.wire.message;

import io.countersign.domain.account.Account;
import org.jspecify.annotations.Nullable;

/**
 * What the engine keeps of an account: its state and the head of its chain.
 *
 * @param sequence of its last journal entry; 0 before the first
 * @param lastHash of its last journal entry, or of its genesis
 * @param dataKey wrapped, as it travels; null while nothing was sealed, and once the account is erased
 */
public record StoredAccount(
        Account account,
        long sequence,
        Octets lastHash,
        @Nullable Octets dataKey) {

    /** Without a data key. */
    public StoredAccount(Account account, long sequence, Octets lastHash) {
        this(account, sequence, lastHash, null);
    }
}
