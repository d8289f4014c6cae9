package io.countersign.replay.verify;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountCommand;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.AccountErased;
import io.countersign.domain.decider.AccountDecider;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.policy.Policies;
import io.countersign.replay.source.LogRecord;
import io.countersign.wire.chain.JournalChain;
import io.countersign.wire.codec.Read;
import io.countersign.wire.message.JournalContent;
import io.countersign.wire.message.JournalMessage;
import io.countersign.wire.message.Octets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One account's journal: its chain, and every event of it decided again. Stops at the first discrepancy. */
public final class AccountAudit {

    private final AuditState state;
    private final PolicyJudges judges;

    private boolean decided;
    private boolean erased;
    private @Nullable Discrepancy found;

    AccountAudit(AuditState state, PolicyJudges judges) {
        this.state = state;
        this.judges = judges;
    }

    /** Whether the last entry was a request that was decided again. */
    public boolean hasDecided() {
        return decided;
    }

    /** Whether the last entry was a decision that nobody can read any more. */
    public boolean hasErased() {
        return erased;
    }

    /**
     * The next entry; its first discrepancy, once.
     *
     * @param hash the entry's own, which the next one must name
     * @param again whether it is decided again, or only chained and applied
     */
    public Optional<Discrepancy> take(LogRecord record, Octets hash, Read<JournalMessage> read, boolean again) {
        decided = false;
        erased = false;
        found = null;
        if (state.broken) {
            return Optional.empty();
        }
        state.partition = record.partition();
        state.offset = record.offset();
        switch (read) {
            case Read.Unreadable<JournalMessage> none -> differ("value", none.reason(), "a journal entry");
            case Read.Value<JournalMessage> some -> {
                link(some.value());
                switch (some.value().content()) {
                    case JournalContent.Clear clear -> event(clear.event(), again);
                    case JournalContent.Sealed sealed -> sealed(sealed);
                }
            }
        }
        state.lastHash = hash;
        state.sequence++;
        state.broken = found != null;
        return Optional.ofNullable(found);
    }

    /** Takes the end of the log. */
    static Optional<Discrepancy> finish(AuditState state) {
        if (state.lost && !state.broken && !isErased(state)) {
            return Optional.of(
                    state.discrepancy("data key", "none", "one, as no entry says that the account was erased"));
        }
        AccountEvent missing = state.owed.peek();
        return missing == null || state.broken
                ? Optional.empty()
                : Optional.of(state.discrepancy("event after the last", "nothing", missing.toString()));
    }

    private void link(JournalMessage message) {
        compare("account", message.account().value(), state.key);
        compare("sequence", message.sequence(), state.sequence + 1);
        Octets last = state.lastHash;
        Octets head = last == null ? JournalChain.genesis(message.account()) : last;
        if (!message.previousHash().equals(head)) {
            differ("hash of the entry before", Hex.of(message.previousHash()), Hex.of(head));
        }
    }

    /** What has no key any more can only be chained. An erasure must follow, or stand before. */
    private void sealed(JournalContent.Sealed entry) {
        erased = entry.outline().isDecision();
        if (!state.lost && !isErased(state)) {
            state.lost = true;
            state.owed.clear();
            state.account = Account.empty(new AccountId(state.key));
        }
    }

    private static boolean isErased(AuditState state) {
        Account account = state.account;
        return account != null && account.standing().isErased();
    }

    private void event(AccountEvent recorded, boolean again) {
        if (found != null) {
            return;
        }
        if (state.lost) {
            erasure(recorded);
            return;
        }
        Account known = state.account;
        Account before = known == null ? Account.empty(new AccountId(state.key)) : known;
        try {
            if (state.owed.isEmpty()) {
                begin(recorded, before, again);
            }
            if (!state.unjudged && found == null) {
                expect(recorded);
            }
            state.account = found == null ? before.evolve(recorded) : before;
        } catch (IllegalStateException | IllegalArgumentException e) { // what no decider would have written
            differ("event", recorded.toString(), "one that fits: " + e.getMessage());
        }
    }

    /** Who asked for it cannot be read; that it was done, and by which two officers, is in the clear. */
    private void erasure(AccountEvent recorded) {
        if (isErased(state)
                || !(recorded instanceof AccountErased event)
                || event.askedBy().equals(event.requestedBy())) {
            differ("event", recorded.toString(), "one that is sealed, or an erasure by two officers");
        } else {
            state.account = Account.empty(new AccountId(state.key)).evolve(event);
        }
    }

    /** What only follows another event is judged as that one was. */
    private void begin(AccountEvent recorded, Account before, boolean again) {
        Optional<AccountCommand> cause = Commands.thatCaused(state.key, recorded);
        if (cause.isPresent()) {
            state.unjudged = !again;
        }
        if (cause.isEmpty() || !again) {
            return;
        }
        Policies by = judges.of(recorded);
        if (by == null) {
            differ("policy", PolicyJudges.named(recorded), "one that was published: " + judges.known());
            return;
        }
        decided = recorded instanceof AccountEvent.RequestDecided;
        List<AccountEvent> caused = AccountDecider.decide(cause.get(), before, by);
        state.owed.addAll(caused);
    }

    private void expect(AccountEvent recorded) {
        AccountEvent expected = state.owed.poll();
        if (expected == null) {
            differ("event", recorded.toString(), "none: nothing that was asked causes it");
        } else {
            found = EventComparison.first(state, recorded, expected);
        }
    }

    private void compare(String what, Object recorded, Object expected) {
        if (!recorded.equals(expected)) {
            differ(what, recorded.toString(), expected.toString());
        }
    }

    private void differ(String what, String recorded, String expected) {
        if (found == null) {
            found = state.discrepancy(what, recorded, expected);
        }
    }
}
