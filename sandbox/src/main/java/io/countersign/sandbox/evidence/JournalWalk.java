package io.countersign.sandbox.evidence;

import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.RequestId;
import io.countersign.sandbox.demo.world.Caps;
import io.countersign.sandbox.evidence.Evidence.JournalLine;
import io.countersign.wire.chain.JournalChain;
import io.countersign.wire.message.Octets;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Walks the journal and looks at each account at each approval, not only at the end. */
final class JournalWalk {
    private final Map<Long, Caps> caps;
    private final Map<AccountId, Octets> heads = new HashMap<>();
    private final Map<AccountId, Long> sequences = new HashMap<>();
    private final Map<AccountId, Map<RequestId, BigDecimal>> counted = new HashMap<>();
    private final Map<RequestId, Long> judgedBy = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /** Takes the caps of each policy version. */
    JournalWalk(Map<Long, Caps> caps) {
        this.caps = caps;
    }

    void next(JournalLine line) {
        chain(line);
        Map<RequestId, BigDecimal> account =
                counted.computeIfAbsent(line.entry().account(), key -> new HashMap<>());
        if (line.entry().event() instanceof AccountEvent.RequestDecided decided) {
            judgedBy.put(decided.request().id(), decided.policyVersion());
        } else if (line.entry().event() instanceof AccountEvent.ReservationReleased released) {
            account.remove(released.requestId());
        } else if (line.entry().event() instanceof AccountEvent.ReservationOpened opened) {
            account.put(opened.requestId(), opened.value().value());
            limits(line.entry().account(), opened, account);
        }
    }

    List<Problem> problems() {
        return problems;
    }

    private void chain(JournalLine line) {
        AccountId account = line.entry().account();
        boolean holds = line.entry().previousHash().equals(heads.getOrDefault(account, JournalChain.genesis(account)))
                && line.entry().sequence() == sequences.getOrDefault(account, 0L) + 1;
        if (!holds) {
            problems.add(new Problem(
                    Promise.ONE_STORY,
                    "the chain breaks: account %s entry %d"
                            .formatted(account, line.entry().sequence())));
        }
        heads.put(account, line.hash());
        sequences.put(account, line.entry().sequence());
    }

    private void limits(AccountId account, AccountEvent.ReservationOpened opened, Map<RequestId, BigDecimal> all) {
        Caps bound = caps.get(judgedBy.getOrDefault(opened.requestId(), 0L));
        BigDecimal sum = all.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (bound == null
                || opened.value().value().compareTo(bound.perTransaction().value()) > 0
                || sum.compareTo(bound.perDay().value()) > 0) {
            problems.add(new Problem(
                    Promise.WITHIN_LIMITS,
                    "account %s with request %s: %s counted"
                            .formatted(account, opened.requestId(), sum.toPlainString())));
        }
    }
}
