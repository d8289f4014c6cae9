package io.countersign.replay.verify;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.id.AccountId;
import io.countersign.replay.source.JournalReader;
import io.countersign.replay.source.LogRecord;
import io.countersign.replay.source.Placement;
import io.countersign.replay.source.PublishedPolicies;
import io.countersign.replay.source.Source;
import io.countersign.wire.chain.JournalChain;
import io.countersign.wire.codec.Read;
import io.countersign.wire.message.JournalContent;
import io.countersign.wire.message.JournalMessage;
import io.countersign.wire.message.Octets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One account's history out of its partition, verified on the way: what follows a discrepancy is not told. */
public final class AccountReader {

    private final AccountId id;
    private final byte[] key;
    private final int partition;
    private final JournalReader reader;
    private final AuditState state;
    private final AccountAudit audit;
    private long decided;
    private long sealed;
    private @Nullable Discrepancy discrepancy;

    /**
     * One event and what it made of the account.
     *
     * @param sequence of the account's entries, 1 for the first
     */
    public record Entry(LogRecord record, long sequence, AccountEvent event, Account after) {}

    public AccountReader(Source source, PublishedPolicies policies, AccountId id) {
        this.id = id;
        this.key = id.value().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        this.partition = Placement.of(id.value(), source.extents().size());
        this.reader = new JournalReader(source);
        this.state = new AuditState(id.value());
        this.audit = new AccountAudit(state, new PolicyJudges(policies));
    }

    /** The partition that the account's entries are in. */
    public int partition() {
        return partition;
    }

    /** What {@code record} is to the account; empty for another account's, and behind a discrepancy. */
    public Optional<Entry> read(LogRecord record) {
        if (!isOurs(record)) {
            return Optional.empty();
        }
        Read<JournalMessage> read = reader.read(record.value());
        Octets hash = JournalChain.next(record.octets(), reader.headerLength());
        discrepancy = audit.take(record, hash, read, true).orElse(discrepancy);
        decided += audit.hasDecided() ? 1 : 0;
        if (read instanceof Read.Value<JournalMessage> some
                && some.value().content() instanceof JournalContent.Sealed) {
            sealed++;
            return Optional.empty();
        }
        Account account = state.account;
        return discrepancy == null && account != null && read instanceof Read.Value<JournalMessage> some
                ? Optional.of(new Entry(record, state.sequence, some.value().event(), account))
                : Optional.empty();
    }

    /** The event of {@code record} without taking it; empty for another account's and for what cannot be read, or was erased. */
    public Optional<AccountEvent> peek(LogRecord record) {
        return isOurs(record)
                        && reader.read(record.value()) instanceof Read.Value<JournalMessage> some
                        && some.value().content() instanceof JournalContent.Clear clear
                ? Optional.of(clear.event())
                : Optional.empty();
    }

    /** The account as far as it was read. */
    public Account account() {
        Account account = state.account;
        return account == null ? Account.empty(id) : account;
    }

    public long entries() {
        return state.sequence;
    }

    /** How many requests were decided again. */
    public long decided() {
        return decided;
    }

    /** How many entries are sealed and have no data key any more. */
    public long sealed() {
        return sealed;
    }

    public Optional<Discrepancy> discrepancy() {
        return Optional.ofNullable(discrepancy);
    }

    private boolean isOurs(LogRecord record) {
        byte[] filed = record.key();
        return filed != null && Arrays.equals(filed, key);
    }
}
