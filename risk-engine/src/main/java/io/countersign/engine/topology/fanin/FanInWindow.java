package io.countersign.engine.topology.fanin;

import io.countersign.domain.id.AccountId;
import io.countersign.wire.message.FanInMessage;
import io.countersign.wire.message.FanInMessage.Sender;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** How long a sighting counts: the last {@code length} up to now; what is exactly as old has left. */
public record FanInWindow(Duration length) {

    /** Accounts of one destination that are kept, the latest: with it in the window, the count says no more than that many. */
    static final int MOST_SENDERS = 64;

    /** Those of {@code fanIn} that still count at {@code now}. */
    FanInMessage at(Instant now, FanInMessage fanIn) {
        return new FanInMessage(
                fanIn.senders().stream().filter(each -> counts(each, now)).toList());
    }

    /** With the sighting of an account, which may come late. */
    FanInMessage with(FanInMessage fanIn, Sender seen) {
        List<Sender> senders = Stream.concat(Stream.of(seen), fanIn.senders().reversed().stream())
                .sorted(Comparator.comparing(Sender::at).reversed())
                .toList();
        Instant latest = senders.getFirst().at();
        Set<AccountId> named = new HashSet<>();
        List<Sender> kept = senders.stream()
                .filter(each -> counts(each, latest))
                .filter(each -> named.add(each.account()))
                .limit(MOST_SENDERS)
                .toList();
        return new FanInMessage(kept.reversed());
    }

    /** How many other accounts than {@code asking} count at {@code now}. */
    int others(FanInMessage fanIn, AccountId asking, Instant now) {
        return Math.toIntExact(at(now, fanIn).senders().stream()
                .filter(each -> !each.account().equals(asking))
                .count());
    }

    private boolean counts(Sender sender, Instant now) {
        return sender.at().isAfter(now.minus(length));
    }
}
