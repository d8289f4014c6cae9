package io.countersign.replay.verify;

import io.countersign.domain.account.AccountEvent.PolicyProposed;
import io.countersign.replay.progress.Progress;
import io.countersign.replay.source.Extent;
import io.countersign.replay.source.JournalReader;
import io.countersign.replay.source.LogRecord;
import io.countersign.replay.source.Placement;
import io.countersign.replay.source.Records;
import io.countersign.replay.source.Source;
import io.countersign.replay.spill.Spilling;
import io.countersign.wire.chain.JournalChain;
import io.countersign.wire.chain.PartitionChain;
import io.countersign.wire.codec.Read;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.message.JournalContent;
import io.countersign.wire.message.JournalMessage;
import io.countersign.wire.message.Octets;
import io.countersign.wire.sign.CountersignatureVerifier;
import io.countersign.wire.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One partition from its beginning to its end, which takes the memory of some accounts however long it is. */
final class PartitionWalk {

    /** A journal that is all wrong must not fill the memory; the rest is counted. */
    static final int MOST_DISCREPANCIES = 1_000;

    private static final int STEP = 1_000;

    private final Source source;
    private final int partition;
    private final int partitions;
    private final PolicyJudges judges;
    private final Scope scope;
    private final JournalReader reader;
    private final Map<Long, String> proposed = new TreeMap<>();
    private final List<Discrepancy> discrepancies = new ArrayList<>();
    private long unlisted;
    private long accounts;
    private long decided;
    private long erased;

    PartitionWalk(Source source, int partition, PolicyJudges judges, Scope scope) {
        this.source = source;
        this.partition = partition;
        this.partitions = source.extents().size();
        this.judges = judges;
        this.scope = scope;
        this.reader = new JournalReader(source);
    }

    PartitionResult run(@Nullable CountersignatureVerifier engine, Memory memory, Progress progress) {
        Extent extent = source.extents().getOrDefault(partition, new Extent(0, 0));
        long end = scope.endOr(extent.end());
        try (Records journal = source.journal(partition, extent.begin());
                Records checkpoints = source.checkpoints(partition);
                DecisionsAudit decisions = new DecisionsAudit(source, partition, engine, scope::has);
                Spilling<AuditState> states = new Spilling<>(memory.spill(), memory.weight(), new AuditForm())) {
            PartitionAudit audit = new PartitionAudit(
                    partition, new TopicCodec<>(Topics.CHECKPOINTS, source.framing()), checkpoints, engine);
            long reported = extent.begin();
            for (LogRecord record = journal.next(); record != null && record.offset() < end; record = journal.next()) {
                Octets hash = JournalChain.next(record.octets(), reader.headerLength());
                audit.take(record, hash);
                Optional<Judged> request = take(record, hash, states);
                if (request.isPresent()) {
                    decisions.take(record, request.get());
                }
                if (record.offset() - reported >= STEP) {
                    progress.step(record.offset() - reported);
                    reported = record.offset();
                }
            }
            progress.step(extent.end() - reported);
            return finish(audit, decisions, states, end < extent.end());
        }
    }

    /** The request that was decided in {@code record}; empty when none was. */
    private Optional<Judged> take(LogRecord record, Octets hash, Spilling<AuditState> states) {
        String key = record.account();
        if (!scope.has(key)) {
            return Optional.empty();
        }
        int right = Placement.of(key, partitions);
        if (right != partition) {
            found(new Discrepancy(
                    "account " + key,
                    record.position(),
                    "partition",
                    Integer.toString(partition),
                    right + ", where its requests are"));
        }
        Read<JournalMessage> read = reader.read(record.value());
        boolean again = true;
        if (read instanceof Read.Value<JournalMessage> some) {
            again = scope.has(record.offset(), some.value().content().at());
            if (some.value().content() instanceof JournalContent.Clear clear
                    && clear.event() instanceof PolicyProposed e
                    && some.value().account().isHouse()) {
                proposed.put(e.version(), e.yaml());
            }
        }
        AccountAudit audit = new AccountAudit(states.get(key, this::fresh), judges);
        audit.take(record, hash, read, again).ifPresent(this::found);
        decided += audit.hasDecided() ? 1 : 0;
        erased += audit.hasErased() ? 1 : 0;
        return read instanceof Read.Value<JournalMessage> some ? Judged.in(some.value()) : Optional.empty();
    }

    private AuditState fresh(String key) {
        accounts++;
        return new AuditState(key);
    }

    private PartitionResult finish(
            PartitionAudit audit, DecisionsAudit decisions, Spilling<AuditState> states, boolean cut) {
        audit.finish(cut);
        if (!cut) {
            decisions.finish();
            states.forEach(state -> AccountAudit.finish(state).ifPresent(this::found));
        }
        PartitionChain chain = audit.chain();
        return new PartitionResult(
                partition,
                new PartitionResult.Counts(
                        accounts,
                        chain.entries(),
                        decided,
                        erased,
                        audit.checkpoints(),
                        audit.covered(),
                        decisions.compared()),
                Hex.of(chain.runningHash()),
                proposed,
                new Found(discrepancies, unlisted, audit.discrepancies(), decisions.discrepancies()));
    }

    private void found(Discrepancy discrepancy) {
        if (discrepancies.size() < MOST_DISCREPANCIES) {
            discrepancies.add(discrepancy);
        } else {
            unlisted++;
        }
    }
}
