package io.countersign.engine.topology.fanin;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.id.AccountId;
import io.countersign.wire.message.FanInMessage;
import io.countersign.wire.message.FanInMessage.Sender;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What of a destination is kept, and what of it counts. */
class FanInWindowTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final FanInWindow window = new FanInWindow(HOUR);

    @Test
    void anAccountIsThereOnceWithItsLatestTime() {
        FanInMessage known = seen(seen(FanInMessage.NONE, "alice", NOON), "bob", NOON.plusSeconds(1));

        assertThat(seen(known, "alice", NOON.plusSeconds(2)).senders())
                .containsExactly(sender("bob", NOON.plusSeconds(1)), sender("alice", NOON.plusSeconds(2)));
    }

    @Test
    void aSightingThatComesLateChangesNoLaterTime() {
        FanInMessage known = seen(seen(FanInMessage.NONE, "alice", NOON), "bob", NOON.plusSeconds(1));

        assertThat(seen(known, "bob", NOON.minusSeconds(1))).isEqualTo(known);
        assertThat(seen(known, "carol", NOON.minusSeconds(1)).senders())
                .startsWith(sender("carol", NOON.minusSeconds(1)));
        assertThat(seen(known, "carol", NOON.plusSeconds(1).minus(HOUR))).isEqualTo(known);
    }

    @Test
    void whoEntersPushesOutWhoIsAsOldAsTheWindow() {
        FanInMessage known = seen(FanInMessage.NONE, "alice", NOON);

        assertThat(seen(known, "bob", NOON.plus(HOUR).minusMillis(1)).senders()).hasSize(2);
        assertThat(seen(known, "bob", NOON.plus(HOUR)).senders()).hasSize(1);
    }

    @Test
    void theLatest64AreKept() {
        FanInMessage fanIn = FanInMessage.NONE;
        for (int i = 0; i < 64; i++) {
            fanIn = seen(fanIn, "account-" + i, NOON.plusSeconds(i));
        }
        assertThat(fanIn.senders()).hasSize(64);

        fanIn = seen(fanIn, "account-64", NOON.plusSeconds(64));

        assertThat(fanIn.senders())
                .hasSize(64)
                .startsWith(sender("account-1", NOON.plusSeconds(1)))
                .endsWith(sender("account-64", NOON.plusSeconds(64)));
    }

    @Test
    void whoAsksIsNotAnother() {
        FanInMessage fanIn = seen(seen(FanInMessage.NONE, "alice", NOON), "bob", NOON);

        assertThat(window.others(fanIn, new AccountId("alice"), NOON)).isEqualTo(1);
        assertThat(window.others(fanIn, new AccountId("carol"), NOON)).isEqualTo(2);
        assertThat(window.others(fanIn, new AccountId("carol"), NOON.plus(HOUR).minusMillis(1)))
                .isEqualTo(2);
        assertThat(window.others(fanIn, new AccountId("carol"), NOON.plus(HOUR)))
                .isZero();
    }

    private FanInMessage seen(FanInMessage before, String account, Instant at) {
        return window.with(before, sender(account, at));
    }

    private static Sender sender(String account, Instant at) {
        return new Sender(new AccountId(account), at);
    }
}
