package io.countersign.relay.budget;

import static io.countersign.relay.testing.Approvals.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.relay.budget.DispatcherFixture.Handed;
import io.countersign.relay.budget.DispatcherFixture.Sent;
import io.countersign.relay.egress.Attempt;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class DispatcherTest {

    private static final String SNAPSHOT = "/sapi/v1/accountSnapshot";

    /** Five of these are the limit of a minute; nine tenths of it, less a tenth, are four. */
    private static final int ROOM = 4;

    private final DispatcherFixture relay = new DispatcherFixture();

    @Test
    void whatFindsRoomLeavesAtOnce() {
        Handed attempt = relay.read("alice", SNAPSHOT, Duration.ofSeconds(5));

        relay.sent().getFirst().answer(200);

        assertThat(attempt.join()).isInstanceOf(Attempt.Answered.class);
        assertThat(relay.places()).isZero();
    }

    @Test
    void whatCannotMakeItIsRefusedAtOnceWithTheTimeThatItTakes() {
        fillTheMinute();

        assertThat(relay.read("late", SNAPSHOT, Duration.ofSeconds(50)).join())
                .isInstanceOfSatisfying(Attempt.NotSent.class, notSent -> {
                    assertThat(notSent.retryAfter()).isEqualTo(Duration.ofSeconds(Usage.SECONDS));
                    assertThat(notSent.reason()).contains("weight");
                });
        assertThat(relay.sent()).hasSize(ROOM);
    }

    @Test
    void whatMovesNoFundsWaitsForRoomThatComesInTimeAndTheLeastSpenderGoesFirst() {
        fillTheMinute();
        relay.pass(Duration.ofSeconds(Usage.SECONDS - 1));
        Handed again = relay.read("a0", SNAPSHOT, Duration.ofSeconds(5));
        Handed first = relay.read("new", SNAPSHOT, Duration.ofSeconds(5));
        relay.dispatcher().turn();
        assertThat(relay.sent()).hasSize(ROOM);

        relay.pass(Duration.ofSeconds(1));
        relay.dispatcher().turn();

        assertThat(relay.sent()).hasSize(ROOM + 2);
        assertThat(again.isDone()).isFalse();
        assertThat(first.isDone()).isFalse();
        assertThat(relay.dispatcher().waiting()).isZero();
    }

    @Test
    void whoeverHasSpentLeastIsServedFirst() {
        relay.pauseBinance("/sapi/v1/capital/config/getall", 1);
        relay.read("greedy", "/sapi/v1/capital/config/getall", Duration.ofSeconds(5));
        relay.read("modest", "/sapi/v1/capital/config/getall", Duration.ofSeconds(5));
        assertThat(relay.dispatcher().waiting()).isEqualTo(2);

        relay.pass(Duration.ofSeconds(1));
        relay.dispatcher().turn();

        assertThat(relay.sent().stream().skip(1).map(Sent::account)).containsExactly("modest", "greedy");
    }

    @Test
    void whoHasJustGoneWaitsForTheOthers() {
        relay.pauseBinance("/sapi/v1/capital/config/getall", 1);
        for (String account : List.of("many", "many", "few", "few")) {
            relay.read(account, "/sapi/v1/capital/config/getall", Duration.ofSeconds(5));
        }

        relay.pass(Duration.ofSeconds(1));
        relay.dispatcher().turn();

        assertThat(relay.sent().stream().skip(1).map(Sent::account)).containsExactly("many", "few", "many", "few");
    }

    @Test
    void aLookThatLeftBeforeTheDoubtDoesNotEndIt() {
        CompletableFuture<Attempt> early = relay.startLookUp(Breaker.PROBE);
        relay.pass(Duration.ofMillis(1));
        relay.read("evil", SNAPSHOT, Duration.ofSeconds(5));
        relay.sent().getLast().answer(403);

        relay.sent().getFirst().answer(200);

        assertThat(early).isCompleted();
        assertThat(relay.withdraw("alice", Duration.ofSeconds(5)).join()).isInstanceOf(Attempt.NotSent.class);
        relay.probe(200);
        assertThat(relay.withdraw("alice", Duration.ofSeconds(5)).isDone()).isFalse();
    }

    @Test
    void whileBinanceIsSilentOneLookIsUnderWayAndNotOneMoreEachSecond() {
        relay.read("evil", SNAPSHOT, Duration.ofSeconds(5));
        relay.sent().getFirst().answer(403);

        for (int i = 0; i < 10; i++) {
            relay.turnProbe(Duration.ofSeconds(1));
        }
        assertThat(relay.sent()).hasSize(2);
        relay.sent().getLast().attempt().complete(new Attempt.Lost(NOON, "no answer"));
        relay.turnProbe(Duration.ofSeconds(1));

        assertThat(relay.sent()).hasSize(3);
    }

    @Test
    void whatMovesFundsNeverWaits() {
        relay.withdraw("alice", Duration.ofSeconds(5));
        relay.sent().getFirst().answer(429, "1");

        Handed second = relay.withdraw("alice", Duration.ofSeconds(5));

        assertThat(second.join())
                .isInstanceOfSatisfying(Attempt.NotSent.class, notSent -> assertThat(notSent.retryAfter())
                        .isEqualTo(Duration.ofSeconds(1)));
        assertThat(relay.dispatcher().waiting()).isZero();
        assertThat(relay.withdraw("bob", Duration.ofSeconds(5)).isDone()).isFalse();
    }

    @Test
    void nobodyWaitsLongerThanTheSignatureLives() {
        relay.pauseBinance(SNAPSHOT, 1);

        Handed lapses = relay.read("alice", SNAPSHOT, Duration.ofMillis(999));
        Handed lives = relay.read("bob", SNAPSHOT, Duration.ofSeconds(1));

        assertThat(lapses.join()).isInstanceOf(Attempt.NotSent.class);
        assertThat(lives.isDone()).isFalse();
    }

    @Test
    void nothingQueuesBeyondBounds() {
        relay.pauseBinance(SNAPSHOT, 2);
        for (int i = 0; i < 20; i++) {
            relay.read("alice", SNAPSHOT, Duration.ofSeconds(50));
        }
        assertThat(relay.dispatcher().waiting()).isEqualTo(DispatcherFixture.WAITING_OF_ACCOUNT);
        for (int i = 0; i < 100; i++) {
            relay.read("other" + i, SNAPSHOT, Duration.ofSeconds(50));
        }
        assertThat(relay.dispatcher().waiting()).isEqualTo(DispatcherFixture.WAITING);

        relay.dispatcher().stopWaiting();

        assertThat(relay.dispatcher().waiting()).isZero();
        assertThat(relay.places()).isZero();
        assertThat(relay.read("after", SNAPSHOT, Duration.ofSeconds(50)).isDone())
                .isTrue();
    }

    @Test
    void oneAccountAndAllReadsTogetherLeavePlacesForTheRest() {
        for (int i = 0; i < 20; i++) {
            relay.read("hog", "/sapi/v1/capital/deposit/hisrec", Duration.ofSeconds(5));
        }
        assertThat(relay.sent()).hasSize(DispatcherFixture.OF_ACCOUNT);
        for (int i = 0; i < 20; i++) {
            relay.read("other" + i, "/sapi/v1/capital/deposit/hisrec", Duration.ofSeconds(5));
        }
        assertThat(relay.sent()).hasSize(DispatcherFixture.READS);

        relay.withdraw("alice", Duration.ofSeconds(5));

        assertThat(relay.sent()).hasSize(DispatcherFixture.READS + 1);
    }

    @Test
    void theFirewallHoldsTheAccountThatItStoppedAndTheOthersGoOnAfterAProbe() {
        relay.read("evil", SNAPSHOT, Duration.ofSeconds(5));
        relay.sent().getFirst().answer(403);
        assertThat(relay.withdraw("alice", Duration.ofSeconds(5)).join()).isInstanceOf(Attempt.NotSent.class);

        relay.probe(200);

        assertThat(relay.withdraw("alice", Duration.ofSeconds(5)).isDone()).isFalse();
        assertThat(relay.read("evil", "/sapi/v1/account/info", Duration.ofSeconds(5))
                        .join())
                .isInstanceOfSatisfying(Attempt.NotSent.class, notSent -> assertThat(notSent.retryAfter())
                        .isEqualTo(DispatcherFixture.FIREWALL.minusSeconds(1)));
    }

    @Test
    void ourOwnLookUpsSpendAndStopLikeUsers() {
        relay.withdraw("alice", Duration.ofSeconds(5));
        relay.sent().getFirst().answer(418, "60");
        int before = relay.sent().size();

        assertThat(relay.lookUp("/api/v3/ticker/price")).isInstanceOf(Attempt.NotSent.class);
        assertThat(relay.lookUp(Breaker.PROBE)).isInstanceOf(Attempt.NotSent.class);
        assertThat(relay.sent()).hasSize(before);
        relay.pass(Duration.ofSeconds(60));
        assertThat(relay.lookUp("/api/v3/ticker/price")).isInstanceOf(Attempt.NotSent.class);
        assertThat(relay.clock().instant()).isEqualTo(NOON.plusSeconds(60));
        relay.probe(200);
        relay.withdraw("alice", Duration.ofSeconds(5));
        assertThat(relay.sent()).hasSize(before + 1);
    }

    private void fillTheMinute() {
        for (int i = 0; i < ROOM; i++) {
            relay.read("a" + i, SNAPSHOT, Duration.ofSeconds(5));
        }
        relay.answerAll(200);
    }
}
