package io.countersign.replay.whatif;

import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.Verdict;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.money.Amount;
import io.countersign.domain.policy.Policy;
import io.countersign.domain.rule.Worth;
import io.countersign.replay.progress.Progress;
import io.countersign.replay.progress.Watched;
import io.countersign.replay.source.JournalReader;
import io.countersign.replay.source.LogRecord;
import io.countersign.replay.source.Partitions;
import io.countersign.replay.source.Records;
import io.countersign.replay.source.Source;
import io.countersign.replay.source.UnusableException;
import io.countersign.replay.spill.Spilling;
import io.countersign.replay.verify.Memory;
import io.countersign.wire.codec.Read;
import io.countersign.wire.message.JournalContent;
import io.countersign.wire.message.JournalMessage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every request of the journal, judged by a candidate.
 *
 * @param from from when on the candidate judges; before, the account is as it was. Null for the beginning
 * @param to up to when requests are compared, exclusive; null for the end
 */
public record WhatIf(
        Policy candidate, @Nullable Instant from, @Nullable Instant to, int threads, Memory memory) {

    /** What is decided otherwise. */
    public Comparison compare(Source source, Progress progress) {
        Tally sum = new Tally();
        Source watched = new Watched(source, progress);
        Partitions.each(List.copyOf(source.extents().keySet()), threads, each -> partition(watched, each))
                .forEach(sum::add);
        return new Comparison(candidate, from, to, sum);
    }

    private Tally partition(Source source, int partition) {
        Tally tally = new Tally();
        JournalReader reader = new JournalReader(source);
        Counterfactual other = new Counterfactual(candidate);
        try (Records records = source.journal(partition, 0);
                Spilling<WhatIfState> states = new Spilling<>(memory.spill(), memory.weight(), new WhatIfForm())) {
            for (LogRecord record = records.next(); record != null; record = records.next()) {
                JournalMessage message = read(reader, record);
                AccountId account = message.account();
                if (!account.isHouse()) {
                    tally.entries++;
                    if (message.content() instanceof JournalContent.Clear clear) {
                        take(clear.event(), states.get(account.value(), WhatIfState::new), other, tally);
                    } else {
                        tally.erased++;
                    }
                }
            }
            states.forEach(tally::add);
        }
        return tally;
    }

    private void take(AccountEvent event, WhatIfState state, Counterfactual other, Tally tally) {
        Instant at = event.at();
        if (from != null && at.isBefore(from)) {
            state.account = state.account.evolve(event);
        } else if (event instanceof RequestDecided fact) {
            other.judge(state, fact)
                    .filter(each -> to == null || at.isBefore(to))
                    .ifPresent(judged -> compare(fact, judged, state, tally));
        } else {
            other.follow(state, event);
        }
    }

    private void compare(RequestDecided fact, RequestDecided judged, WhatIfState state, Tally tally) {
        Amount worth = Worth.inQuote(fact.request(), candidate.quote());
        BigDecimal value = worth == null ? BigDecimal.ZERO : worth.value();
        Change change = change(fact, judged);
        List<String> because =
                switch (change) {
                    case NOW_REJECTED, NOW_ASKS -> objecting(judged);
                    case NOW_APPROVED -> objecting(fact);
                    case BOTH_APPROVE, BOTH_REJECT -> List.of();
                };
        tally.add(change, fact.at().atZone(ZoneOffset.UTC).toLocalDate(), value, because);
        switch (change) {
            case NOW_REJECTED, NOW_ASKS -> {
                state.refused++;
                state.refusedValue = state.refusedValue.add(value);
            }
            case NOW_APPROVED -> {
                state.approved++;
                state.approvedValue = state.approvedValue.add(value);
            }
            case BOTH_APPROVE, BOTH_REJECT -> {}
        }
    }

    private static Change change(RequestDecided fact, RequestDecided judged) {
        boolean was = fact.status() == DecisionStatus.APPROVED;
        boolean is = judged.status() == DecisionStatus.APPROVED;
        if (was == is) {
            return was ? Change.BOTH_APPROVE : Change.BOTH_REJECT;
        }
        if (is) {
            return Change.NOW_APPROVED;
        }
        return DecisionStatus.asksForConfirmation(judged.findings()) ? Change.NOW_ASKS : Change.NOW_REJECTED;
    }

    private static List<String> objecting(RequestDecided decided) {
        return decided.findings().stream()
                .filter(each -> each.verdict() != Verdict.PASS)
                .map(Finding::rule)
                .map(Object::toString)
                .distinct()
                .toList();
    }

    private static JournalMessage read(JournalReader reader, LogRecord record) {
        return switch (reader.read(record.value())) {
            case Read.Value<JournalMessage> some -> some.value();
            case Read.Unreadable<JournalMessage> none ->
                throw new UnusableException(
                        "journal, %s: %s; verify first".formatted(record.position(), none.reason()));
        };
    }
}
