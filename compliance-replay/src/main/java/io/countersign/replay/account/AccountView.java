package io.countersign.replay.account;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.OutcomeRecorded;
import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.account.Outcome;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.policy.Policy;
import io.countersign.domain.rule.LimitStatus;
import io.countersign.replay.source.Extent;
import io.countersign.replay.source.LogRecord;
import io.countersign.replay.source.PublishedPolicies;
import io.countersign.replay.source.Records;
import io.countersign.replay.source.Source;
import io.countersign.replay.source.UnusableException;
import io.countersign.replay.verify.AccountReader;
import io.countersign.replay.verify.Discrepancy;
import io.countersign.replay.verify.Moment;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One account as it was.
 *
 * @param at what "now" means for limits, freezes and the address book
 * @param limits of the policy that was live then
 * @param decisions the last ones, the latest first
 * @param nextOffset of its partition: where what follows is to be read from
 */
public record AccountView(
        Account account,
        Instant at,
        Policy policy,
        List<LimitStatus> limits,
        List<Decided> decisions,
        Read read,
        long nextOffset) {

    /**
     * One decision.
     *
     * @param outcome null while none is told
     */
    public record Decided(
            String position, RequestDecided event, @Nullable Outcome outcome) {}

    /**
     * How much was read and verified for it.
     *
     * @param sealed entries that nobody can read any more: their data key is gone
     * @param discrepancy where the account's journal ceased to agree; null for nowhere
     */
    public record Read(
            int partition,
            long entries,
            long decided,
            long sealed,
            @Nullable Discrepancy discrepancy) {}

    /**
     * The account up to {@code until}, exclusive for an offset and inclusive for an instant; null for its present.
     *
     * @param now the present
     * @param most how many decisions
     */
    public static AccountView of(Source source, AccountId id, @Nullable Moment until, Instant now, int most) {
        PublishedPolicies policies = PublishedPolicies.of(source);
        AccountReader reader = new AccountReader(source, policies, id);
        Map<RequestId, Decided> decisions = new LinkedHashMap<>();
        Instant last = Instant.EPOCH;
        try (Records records = source.journal(reader.partition(), 0)) {
            for (LogRecord record = records.next();
                    record != null && !isBehind(until, record, reader);
                    record = records.next()) {
                Optional<AccountReader.Entry> entry = reader.read(record);
                if (entry.isPresent()) {
                    last = entry.get().event().at();
                    note(entry.get(), decisions, most);
                }
            }
        }
        if (reader.entries() == 0) {
            throw new UnusableException("there is no journal of an account " + id + (until == null ? "" : " by then"));
        }
        Instant at = instant(until, now, last);
        Policy policy = PolicyAt.of(source, policies, at);
        return new AccountView(
                reader.account(),
                at,
                policy,
                policy.limits(reader.account(), at),
                List.copyOf(decisions.values()).reversed(),
                new Read(
                        reader.partition(),
                        reader.entries(),
                        reader.decided(),
                        reader.sealed(),
                        reader.discrepancy().orElse(null)),
                source.extents()
                        .getOrDefault(reader.partition(), new Extent(0, 0))
                        .end());
    }

    private static Instant instant(@Nullable Moment until, Instant now, Instant last) {
        return switch (until) {
            case null -> now;
            case Moment.At then -> then.instant();
            case Moment.Offset then -> last;
        };
    }

    /** An instant is the account's own time, so that only an entry of this account can be behind it. */
    private static boolean isBehind(@Nullable Moment until, LogRecord record, AccountReader reader) {
        return switch (until) {
            case null -> false;
            case Moment.Offset then -> record.offset() >= then.offset();
            case Moment.At then ->
                reader.peek(record)
                        .filter(event -> event.at().isAfter(then.instant()))
                        .isPresent();
        };
    }

    private static void note(AccountReader.Entry entry, Map<RequestId, Decided> decisions, int most) {
        AccountEvent event = entry.event();
        if (event instanceof RequestDecided decided) {
            decisions.put(decided.request().id(), new Decided(entry.record().position(), decided, null));
            if (decisions.size() > most) {
                decisions.remove(decisions.keySet().iterator().next());
            }
        } else if (event instanceof OutcomeRecorded told) {
            decisions.computeIfPresent(
                    told.outcome().requestId(),
                    (id, before) -> new Decided(before.position(), before.event(), told.outcome()));
        }
    }
}
