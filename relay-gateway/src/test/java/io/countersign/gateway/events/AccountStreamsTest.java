package io.countersign.gateway.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.id.AccountId;
import io.countersign.gateway.config.StreamConfig;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccountStreamsTest {

    private static final AccountId ALICE = new AccountId("alice");
    private static final AccountId MALLORY = new AccountId("mallory");
    private static final Instant LATER = Instant.MAX;
    private static final int PARTITION = 3;

    /** Both accounts are in one partition: offsets are shared, what is told is not. */
    private final AccountStreams streams =
            new AccountStreams(new Bounds(Duration.ofHours(1), 10, 20), account -> PARTITION);

    @AfterEach
    void close() {
        streams.close();
    }

    @Test
    void anotherAccountHearsNothing() {
        AssertSubscriber<Told> mallory = open(MALLORY, null);
        tell(ALICE, 1, "a");

        tell(MALLORY, 2, "m");

        assertThat(requests(mallory)).containsExactly("m");
    }

    @Test
    void whatWasMissedIsToldOnceAndInOrder() {
        AssertSubscriber<Told> first = open(ALICE, null);
        tell(ALICE, 1, "one");
        String last = lastId(first);
        first.cancel();
        tell(MALLORY, 2, "another's");
        tell(ALICE, 3, "two");
        streams.tell(ALICE, Source.OUTCOMES, PARTITION, 0, request("two", "DONE"));

        AssertSubscriber<Told> again = open(ALICE, last);
        tell(ALICE, 3, "two");
        tell(ALICE, 4, "three");

        assertThat(again.getItems().getFirst().notice()).isEqualTo(new Notice.Began(true));
        assertThat(requests(again)).containsExactly("two", "two", "three");
        assertThat(lastId(again)).isEqualTo("4.0");
    }

    @Test
    void whoeverWasAwayTooLongIsToldSo() {
        for (int offset = 0; offset < Bounds.KEPT + 2; offset++) {
            tell(ALICE, offset, "r" + offset);
        }

        AssertSubscriber<Told> reached = open(ALICE, "1.-1");
        AssertSubscriber<Told> missed = open(ALICE, "0.-1");
        AssertSubscriber<Told> future = open(ALICE, "99.-1");
        AssertSubscriber<Told> foreign = open(ALICE, "DONE");
        AssertSubscriber<Told> unheard = open(ALICE, "1.7");

        assertThat(requests(reached)).hasSize(Bounds.KEPT);
        assertThat(List.of(missed, future, foreign, unheard)).allSatisfy(each -> {
            assertThat(each.getItems().getFirst().notice()).isEqualTo(new Notice.Began(false));
            assertThat(requests(each)).isEmpty();
        });
    }

    /** After a break the log is followed again from a little earlier. */
    @Test
    void whatIsReadAgainPushesNothingOut() {
        tell(ALICE, 0, "zero");
        tell(ALICE, 1, "one");
        for (int times = 0; times < 2 * Bounds.KEPT; times++) {
            tell(ALICE, 1, "one");
        }

        assertThat(requests(open(ALICE, "0.-1"))).containsExactly("one");
        assertThat(requests(open(ALICE, "-1.-1"))).containsExactly("zero", "one");
    }

    @Test
    void aSlowReaderIsCutOffAndNobodyElse() {
        AssertSubscriber<Told> slow =
                streams.open(ALICE, null, LATER).orElseThrow().subscribe().withSubscriber(AssertSubscriber.create(1));
        AssertSubscriber<Told> quick = open(ALICE, null);

        for (int offset = 0; offset < Bounds.QUEUE + 5; offset++) {
            tell(ALICE, offset, "r" + offset);
        }
        slow.request(1_000);

        slow.awaitCompletion();
        assertThat(slow.getItems().getLast().notice()).isEqualTo(new Notice.Ended(End.TOO_SLOW));
        assertThat(slow.getItems()).hasSizeLessThanOrEqualTo(Bounds.QUEUE + 2);
        assertThat(requests(quick)).hasSize(Bounds.QUEUE + 5);
    }

    @Test
    void anAccountCannotTakeEveryStream() {
        try (AccountStreams few = new AccountStreams(new Bounds(Duration.ofHours(1), 2, 3), account -> 0)) {
            assertThat(few.open(ALICE, null, LATER)).isPresent();
            assertThat(few.open(ALICE, null, LATER)).isPresent();

            assertThat(few.open(ALICE, null, LATER)).as("two of one account").isEmpty();
            assertThat(few.open(MALLORY, null, LATER)).isPresent();
            assertThat(few.open(new AccountId("third"), null, LATER))
                    .as("three in all")
                    .isEmpty();
        }
    }

    @Test
    void whoeverLeavesMakesRoomForAnother() {
        try (AccountStreams one = new AccountStreams(new Bounds(Duration.ofHours(1), 1, 1), account -> 0)) {
            one.open(ALICE, null, LATER)
                    .orElseThrow()
                    .subscribe()
                    .withSubscriber(AssertSubscriber.create(100))
                    .cancel();

            Instant deadline = Instant.now().plusSeconds(10);
            boolean room = false;
            while (!room && Instant.now().isBefore(deadline)) {
                room = one.open(MALLORY, null, LATER).isPresent();
                Thread.onSpinWait();
            }
            assertThat(room).isTrue();
        }
    }

    @Test
    void aGatewayThatStopsSendsEverybodyToAnother() {
        AccountStreams stopping = new AccountStreams(new Bounds(Duration.ofHours(1), 2, 2), account -> 0);
        AssertSubscriber<Told> told = stopping.open(ALICE, null, LATER)
                .orElseThrow()
                .subscribe()
                .withSubscriber(AssertSubscriber.create(100));

        stopping.close();

        told.awaitCompletion();
        assertThat(told.getItems().getLast().notice()).isEqualTo(new Notice.Ended(End.STOPPING));
        assertThat(stopping.open(ALICE, null, LATER)).isEmpty();
    }

    @Test
    void aStreamEndsWithItsToken() {
        try (AccountStreams beating = new AccountStreams(new Bounds(Duration.ofMillis(10), 1, 1), account -> 0)) {
            AssertSubscriber<Told> expired = beating.open(ALICE, null, Instant.now())
                    .orElseThrow()
                    .subscribe()
                    .withSubscriber(AssertSubscriber.create(100));

            expired.awaitCompletion();

            assertThat(expired.getItems().getLast().notice()).isEqualTo(new Notice.Ended(End.EXPIRED));
        }
    }

    @Test
    void whatHoldsForEveryoneIsToldToEveryone() {
        AssertSubscriber<Told> alice = open(ALICE, null);
        AssertSubscriber<Told> mallory = open(MALLORY, null);
        Notice.OfHouse freeze = new Notice.OfHouse(
                List.of(new Notice.HouseFreeze("f".repeat(32), "ASSET", "BTC", "chain halted", Instant.EPOCH, null)));

        streams.tellEveryone(freeze);
        streams.tellEveryone(freeze);
        AssertSubscriber<Told> later = open(ALICE, null);

        assertThat(List.of(alice, mallory, later)).allSatisfy(each -> assertThat(
                        each.getItems().stream().filter(told -> told.notice().equals(freeze)))
                .hasSize(1));
    }

    private AssertSubscriber<Told> open(AccountId account, @Nullable String lastEventId) {
        return streams.open(account, Cursor.parse(lastEventId).orElse(null), LATER)
                .orElseThrow()
                .subscribe()
                .withSubscriber(AssertSubscriber.create(1_000));
    }

    private void tell(AccountId account, long offset, String request) {
        streams.tell(account, Source.DECISIONS, PARTITION, offset, request(request, "APPROVED"));
    }

    private static Notice.OfRequest request(String id, String state) {
        return new Notice.OfRequest(id, state, null, null, null);
    }

    private static List<String> requests(AssertSubscriber<Told> subscriber) {
        return subscriber.getItems().stream()
                .map(Told::notice)
                .filter(Notice.OfRequest.class::isInstance)
                .map(each -> ((Notice.OfRequest) each).requestId())
                .toList();
    }

    private static String lastId(AssertSubscriber<Told> subscriber) {
        return subscriber.getItems().stream()
                .filter(told -> told.cursor() != null)
                .map(told -> String.valueOf(told.cursor()))
                .toList()
                .getLast();
    }

    /** Small ones. */
    private record Bounds(Duration heartbeat, int perAccount, int inAll) implements StreamConfig {

        private static final int KEPT = 5;
        private static final int QUEUE = 8;

        @Override
        public int queue() {
            return QUEUE;
        }

        @Override
        public int kept() {
            return KEPT;
        }

        @Override
        public Duration life() {
            return Duration.ofHours(1);
        }

        @Override
        public Duration requestLife() {
            return Duration.ofHours(1);
        }
    }
}
