package io.countersign.replay;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountCommand;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.ShadowVerdict;
import io.countersign.domain.decider.AccountDecider;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.policy.Policies;
import io.countersign.domain.policy.Policy;
import io.countersign.wire.chain.JournalChain;
import io.countersign.wire.codec.Read;
import io.countersign.wire.message.JournalMessage;
import io.countersign.wire.message.Octets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** One account's journal: its chain, and every event of it decided again. Stops at the first discrepancy. */
final class AccountAudit {

    private final String key;
    private final int headerLength;
    private final Map<Long, Policy> policies;

    /** What the last command caused and the journal has yet to show. */
    private final Queue<AccountEvent> owed = new ArrayDeque<>();

    private @Nullable Account account;
    private @Nullable Octets lastHash;
    private long sequence;
    private long decided;
    private String position = "";
    private @Nullable Discrepancy found;

    AccountAudit(String key, int headerLength, Map<Long, Policy> policies) {
        this.key = key;
        this.headerLength = headerLength;
        this.policies = policies;
    }

    long decided() {
        return decided;
    }

    void take(JournalRecord record) {
        if (found != null) {
            return;
        }
        position = record.position();
        switch (record.read()) {
            case Read.Unreadable<JournalMessage> none -> differ("value", none.reason(), "a journal entry");
            case Read.Value<JournalMessage> some -> {
                link(some.value());
                event(some.value());
            }
        }
        lastHash = JournalChain.next(record.octets().toBytes(), headerLength);
        sequence++;
    }

    Optional<Discrepancy> finish() {
        AccountEvent missing = owed.peek();
        if (missing != null) {
            differ("event after the last", "nothing", missing.toString());
        }
        return Optional.ofNullable(found);
    }

    private void link(JournalMessage message) {
        compare("account", message.account().value(), key);
        compare("sequence", message.sequence(), sequence + 1);
        Octets head = lastHash == null ? JournalChain.genesis(message.account()) : lastHash;
        compare("hash of the entry before", Hex.of(message.previousHash()), Hex.of(head));
    }

    private void event(JournalMessage message) {
        if (found != null) {
            return;
        }
        Account before = account == null ? Account.empty(new AccountId(key)) : account;
        AccountEvent recorded = message.event();
        if (owed.isEmpty()) {
            owed.addAll(decideAgain(recorded, before));
        }
        AccountEvent expected = owed.poll();
        if (expected == null) {
            differ("event", recorded.toString(), "none: nothing that was asked causes it");
        } else {
            found = found == null ? EventComparison.first(subject(), position, recorded, expected) : found;
        }
        if (found == null) {
            account = before.evolve(recorded);
        }
    }

    private List<AccountEvent> decideAgain(AccountEvent recorded, Account before) {
        AccountCommand command = Commands.thatCaused(key, recorded).orElse(null);
        Policies judges = policiesOf(recorded);
        if (command == null || judges == null) {
            return List.of();
        }
        decided += recorded instanceof AccountEvent.RequestDecided ? 1 : 0;
        return AccountDecider.decide(command, before, judges);
    }

    /** Null when one of them was never published. */
    private @Nullable Policies policiesOf(AccountEvent recorded) {
        return switch (recorded) {
            case AccountEvent.RequestDecided e -> {
                ShadowVerdict shadow = e.shadow();
                Policy live = policy(e.policyVersion());
                Policy beside = shadow == null ? null : policy(shadow.policyVersion());
                yield live == null || (shadow != null && beside == null) ? null : new Policies(live, beside);
            }
            case AccountEvent.IntentConfirmed e -> {
                Policy live = policy(e.policyVersion());
                yield live == null ? null : Policies.only(live);
            }
            default -> Policies.only(Policy.none());
        };
    }

    private @Nullable Policy policy(long version) {
        Policy policy = version == 0 ? Policy.none() : policies.get(version);
        if (policy == null) {
            differ("policy", "version " + version, "one that was published: " + policies.keySet());
        }
        return policy;
    }

    private String subject() {
        return "account " + key;
    }

    private void compare(String what, Object recorded, Object expected) {
        if (!recorded.equals(expected)) {
            differ(what, recorded.toString(), expected.toString());
        }
    }

    private void differ(String what, String recorded, String expected) {
        if (found == null) {
            found = new Discrepancy(subject(), position, what, recorded, expected);
        }
    }
}
