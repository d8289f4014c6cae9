package io.countersign.engine.topology;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.AccountErased;
import io.countersign.domain.id.AccountId;
import io.countersign.wire.chain.JournalChain;
import io.countersign.wire.journal.DataKey;
import io.countersign.wire.journal.SealedJournal;
import io.countersign.wire.journal.WrappingKeys;
import io.countersign.wire.message.DataKeyMessage;
import io.countersign.wire.message.JournalMessage;
import io.countersign.wire.message.Octets;
import io.countersign.wire.message.StoredAccount;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Chains an account's events into the journal, sealed with the account's data key: made with the first of them, destroyed with its
 * erasure, each in the transaction of the event.
 */
final class JournalWriter {

    private final EngineCodecs codecs;
    private final SealedJournal sealed;
    private final WrappingKeys wrapping;
    private final ProcessorContext<byte[], Object> context;
    private @Nullable Unwrapped last;

    /** Of the last command: its events, two or three, need one key. */
    private record Unwrapped(AccountId account, Octets wrapped, DataKey key) {}

    JournalWriter(EngineCodecs codecs, WrappingKeys wrapping, ProcessorContext<byte[], Object> context) {
        this.codecs = codecs;
        this.sealed = new SealedJournal(codecs.journal());
        this.wrapping = wrapping;
        this.context = context;
    }

    /** The account after {@code events}, and their entries on the way to the journal, all at once. */
    StoredAccount write(Record<byte[], byte[]> command, StoredAccount before, List<AccountEvent> events) {
        List<Chained> entries = new ArrayList<>(events.size());
        StoredAccount after = before;
        for (AccountEvent event : events) {
            after = next(command, after, event, entries);
        }
        if (!entries.isEmpty()) {
            context.forward(command.withValue(entries), EngineTopology.JOURNAL);
        }
        return after;
    }

    private StoredAccount next(
            Record<byte[], byte[]> command, StoredAccount stored, AccountEvent event, List<Chained> entries) {
        Account account = stored.account();
        AccountId id = account.id();
        long sequence = stored.sequence() + 1;
        JournalMessage clear = new JournalMessage(id, sequence, stored.lastHash(), event);
        Octets key = stored.dataKey();
        byte[] entry;
        if (id.isHouse()) {
            entry = codecs.journal().encode(clear);
        } else if (event instanceof AccountErased) {
            entry = codecs.journal().encode(clear);
            tell(command, null);
            key = null;
            last = null;
        } else if (account.standing().isErased()) {
            entry = sealed.encode(clear, DataKey.generate()); // What an erased account asks for nobody may read.
        } else {
            key = key == null ? made(command, id) : key;
            entry = sealed.encode(clear, unwrapped(id, key));
        }
        Octets hash = JournalChain.next(entry, codecs.journal().headerLength());
        entries.add(new Chained(entry, hash));
        return new StoredAccount(account.evolve(event), sequence, hash, key);
    }

    private DataKey unwrapped(AccountId id, Octets wrapped) {
        Unwrapped known = last;
        if (known == null || !known.account().equals(id) || !known.wrapped().equals(wrapped)) {
            known = new Unwrapped(id, wrapped, wrapping.unwrap(id, wrapped));
            last = known;
        }
        return known.key();
    }

    private Octets made(Record<byte[], byte[]> command, AccountId id) {
        Octets wrapped = wrapping.wrap(id, DataKey.generate());
        tell(command, codecs.dataKeys().encode(new DataKeyMessage(wrapped)));
        return wrapped;
    }

    private void tell(Record<byte[], byte[]> command, byte @Nullable [] value) {
        context.forward(command.withValue(value), EngineTopology.DATA_KEYS);
    }
}
