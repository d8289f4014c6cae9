package io.countersign.replay.verify;

import io.countersign.replay.progress.Progress;
import io.countersign.replay.source.Extent;
import io.countersign.replay.source.JournalReader;
import io.countersign.replay.source.LogRecord;
import io.countersign.replay.source.Records;
import io.countersign.replay.source.Source;
import io.countersign.replay.verify.AccountsAudit.Placed;
import io.countersign.wire.chain.JournalChain;
import io.countersign.wire.chain.PartitionChain;
import io.countersign.wire.codec.Read;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.message.JournalMessage;
import io.countersign.wire.message.Octets;
import io.countersign.wire.sign.CountersignatureVerifier;
import io.countersign.wire.topic.Topics;
import org.jspecify.annotations.Nullable;

/** One partition from its beginning to its end, which takes the memory of some accounts however long it is. */
final class PartitionWalk {

    private static final int STEP = 1_000;

    private final Source source;
    private final int partition;
    private final PolicyJudges judges;
    private final Scope scope;
    private final JournalReader reader;

    PartitionWalk(Source source, int partition, PolicyJudges judges, Scope scope) {
        this.source = source;
        this.partition = partition;
        this.judges = judges;
        this.scope = scope;
        this.reader = new JournalReader(source);
    }

    PartitionResult run(@Nullable CountersignatureVerifier engine, Memory memory, Progress progress) {
        Extent extent = source.extents().getOrDefault(partition, new Extent(0, 0));
        long end = scope.endOr(extent.end());
        AccountsAudit accounts =
                new AccountsAudit(new Placed(partition, source.extents().size()), judges, scope, reader, memory);
        Steps steps = new Steps(progress, extent.length());
        try (Records journal = source.journal(partition, extent.begin());
                Records checkpoints = source.checkpoints(partition);
                DecisionsAudit decisions = new DecisionsAudit(source, partition, engine, scope::has);
                AccountsAudit.Round round = accounts.begin()) {
            PartitionAudit audit = new PartitionAudit(
                    partition, new TopicCodec<>(Topics.CHECKPOINTS, source.framing()), checkpoints, engine);
            for (LogRecord record = journal.next(); record != null && record.offset() < end; record = journal.next()) {
                Octets hash = JournalChain.next(record.octets(), reader.headerLength());
                audit.take(record, hash);
                if (take(record, hash, round, decisions)) {
                    steps.one();
                }
            }
            boolean tail = end >= extent.end();
            audit.finish(!tail);
            if (tail) {
                decisions.finish();
            }
            round.finish(tail, steps::one);
            steps.finish();
            return result(audit, accounts, decisions);
        }
    }

    /** Whether it is dealt with. The decisions go by the partition's order, so what they are held against cannot wait. */
    private boolean take(LogRecord record, Octets hash, AccountsAudit.Round round, DecisionsAudit decisions) {
        String key = record.account();
        if (!scope.has(key)) {
            return true;
        }
        Read<JournalMessage> read = null;
        if (decisions.isWaiting()) {
            read = reader.read(record.value());
            if (read instanceof Read.Value<JournalMessage> some) {
                Judged.in(some.value()).ifPresent(judged -> decisions.take(record, judged));
            }
        }
        return round.take(key, record, hash, read);
    }

    private PartitionResult result(PartitionAudit audit, AccountsAudit accounts, DecisionsAudit decisions) {
        PartitionChain chain = audit.chain();
        return new PartitionResult(
                partition,
                new PartitionResult.Counts(
                        accounts.accounts(),
                        chain.entries(),
                        accounts.decided(),
                        accounts.erased(),
                        audit.checkpoints(),
                        audit.covered(),
                        decisions.compared()),
                Hex.of(chain.runningHash()),
                accounts.proposed(),
                new Found(
                        accounts.discrepancies(),
                        accounts.unlisted(),
                        audit.discrepancies(),
                        decisions.discrepancies()));
    }

    /** What was done, told in thousands; some offsets hold no entry. */
    private static final class Steps {

        private final Progress progress;
        private final long total;
        private long told;
        private long done;

        Steps(Progress progress, long total) {
            this.progress = progress;
            this.total = total;
        }

        void one() {
            done++;
            if (done - told >= STEP) {
                progress.step(done - told);
                told = done;
            }
        }

        void finish() {
            progress.step(total - told);
        }
    }
}
