package io.countersign.replay.verify;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountEvent;
import io.countersign.replay.source.LogRecord;
import io.countersign.wire.message.Octets;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** How far one account's audit is. */
final class AuditState {

    final String key;

    /** What the last command caused and the journal has yet to show. */
    final Queue<AccountEvent> owed = new ArrayDeque<>();

    @Nullable
    Account account;

    @Nullable
    Octets lastHash;

    long sequence;

    /** Of the last entry. Its words are for a discrepancy, which hardly any account has. */
    int partition;

    long offset;

    /** Whether the last command was applied without being decided again. */
    boolean unjudged;

    /** Whether entries were sealed and had no data key any more: what the account was cannot be told. */
    boolean lost;

    /** Whether there was a discrepancy: what follows says nothing. */
    boolean broken;

    AuditState(String key) {
        this.key = key;
    }

    /** One at the last entry. */
    Discrepancy discrepancy(String what, String recorded, String expected) {
        return new Discrepancy("account " + key, LogRecord.position(partition, offset), what, recorded, expected);
    }
}
