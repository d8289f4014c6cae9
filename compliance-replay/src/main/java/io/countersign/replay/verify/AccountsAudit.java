package io.countersign.replay.verify;

import io.countersign.domain.account.AccountEvent.PolicyProposed;
import io.countersign.replay.source.JournalReader;
import io.countersign.replay.source.LogRecord;
import io.countersign.replay.source.Placement;
import io.countersign.replay.spill.Backlog;
import io.countersign.replay.spill.Spilling;
import io.countersign.wire.codec.Read;
import io.countersign.wire.message.JournalContent;
import io.countersign.wire.message.JournalMessage;
import io.countersign.wire.message.Octets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All accounts of one partition. Those that come while there is room are audited as their entries come. The entries of the others wait
 * and are gone through afterwards, some accounts at a time, in the same way: the accounts do not hang on each other.
 */
final class AccountsAudit {

    /** A journal that is all wrong must not fill the memory; the rest is counted. */
    static final int MOST_DISCREPANCIES = 1_000;

    private final int partition;
    private final int partitions;
    private final PolicyJudges judges;
    private final Scope scope;
    private final JournalReader reader;
    private final Memory memory;
    private final Map<Long, String> proposed = new TreeMap<>();
    private final List<Discrepancy> discrepancies = new ArrayList<>();
    private long unlisted;
    private long accounts;
    private long decided;
    private long erased;

    AccountsAudit(Placed placed, PolicyJudges judges, Scope scope, JournalReader reader, Memory memory) {
        this.partition = placed.partition();
        this.partitions = placed.partitions();
        this.judges = judges;
        this.scope = scope;
        this.reader = reader;
        this.memory = memory;
    }

    /** The partition, and how many there are. */
    record Placed(int partition, int partitions) {}

    /** The walk through the partition itself. */
    Round begin() {
        return new Round(0);
    }

    long accounts() {
        return accounts;
    }

    /** How many requests were decided again. */
    long decided() {
        return decided;
    }

    /** How many decisions nobody can read any more. */
    long erased() {
        return erased;
    }

    /** The policies of the house's journal, by version. */
    Map<Long, String> proposed() {
        return proposed;
    }

    List<Discrepancy> discrepancies() {
        return discrepancies;
    }

    /** How many more there were than are listed. */
    long unlisted() {
        return unlisted;
    }

    private void found(Discrepancy discrepancy) {
        if (discrepancies.size() < MOST_DISCREPANCIES) {
            discrepancies.add(discrepancy);
        } else {
            unlisted++;
        }
    }

    private void requirePlace(String key, LogRecord record) {
        int right = Placement.of(key, partitions);
        if (right != partition) {
            found(new Discrepancy(
                    "account " + key,
                    record.position(),
                    "partition",
                    Integer.toString(partition),
                    right + ", where its requests are"));
        }
    }

    /** One walk, and those through what was left waiting by it. */
    final class Round implements AutoCloseable {

        private final int level;
        private final Set<String> admitted = new HashSet<>();
        private final Spilling<AuditState> states = new Spilling<>(memory.spill(), memory.weight(), new AuditForm());
        private final Backlog backlog;
        private boolean full;

        private Round(int level) {
            this.level = level;
            this.backlog = new Backlog(memory.spill(), level);
        }

        /**
         * The next entry of the account {@code key}.
         *
         * @param known what is in it; null when nobody has read it yet
         * @return whether it is dealt with; else it waits
         */
        boolean take(String key, LogRecord record, Octets hash, @Nullable Read<JournalMessage> known) {
            if (!admits(key, record)) {
                backlog.add(record, hash);
                return false;
            }
            Read<JournalMessage> read = known == null ? reader.read(record.value()) : known;
            boolean again = true;
            if (read instanceof Read.Value<JournalMessage> some) {
                again = scope.has(record.offset(), some.value().content().at());
                remember(some.value());
            }
            AccountAudit audit = new AccountAudit(states.get(key, AuditState::new), judges);
            audit.take(record, hash, read, again).ifPresent(AccountsAudit.this::found);
            decided += audit.hasDecided() ? 1 : 0;
            erased += audit.hasErased() ? 1 : 0;
            return true;
        }

        /** The end: of the partition's {@code tail} too, unless reading was cut short. {@code done} is run for each entry that had waited. */
        void finish(boolean tail, Runnable done) {
            if (tail) {
                states.forEach(state -> AccountAudit.finish(state).ifPresent(AccountsAudit.this::found));
            }
            states.close();
            backlog.finish();
            for (int i = 0; i < Backlog.FILES && !backlog.isEmpty(); i++) {
                try (Round next = new Round(level + 1)) {
                    backlog.drain(i, waiting -> {
                        LogRecord record = waiting.record();
                        if (next.take(record.account(), record, waiting.hash(), null)) {
                            done.run();
                        }
                    });
                    next.finish(tail, done);
                }
            }
        }

        @Override
        public void close() {
            try (backlog) {
                states.close();
            }
        }

        private boolean admits(String key, LogRecord record) {
            if (admitted.contains(key)) {
                return true;
            }
            full = full || !states.hasRoom();
            if (full) {
                return false;
            }
            admitted.add(key);
            accounts++;
            requirePlace(key, record);
            return true;
        }

        private void remember(JournalMessage message) {
            if (message.account().isHouse()
                    && message.content() instanceof JournalContent.Clear clear
                    && clear.event() instanceof PolicyProposed e) {
                proposed.put(e.version(), e.yaml());
            }
        }
    }
}
