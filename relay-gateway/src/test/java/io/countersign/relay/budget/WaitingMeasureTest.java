package io.countersign.relay.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.request.Endpoint;
import io.countersign.relay.clearance.ClearedRequest;
import io.countersign.relay.egress.Attempt;
import io.countersign.relay.testing.Approvals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where requests had better wait for Binance's limits: before the claim, at the head of their partition, or after it. The relay's own
 * budgets, one made-up load, a clock that is stepped: ten minutes take seconds. {@code -Dcountersign.measure=true} prints the figures.
 */
class WaitingMeasureTest {

    private static final Endpoint COINS = new Endpoint("GET", "/sapi/v1/capital/config/getall");
    private static final Endpoint WITHDRAW = Approvals.WITHDRAW;
    private static final Places.Bounds DEFAULTS = new Places.Bounds(32, 128, 64, 4);
    private static final Duration STEP = Duration.ofMillis(20);
    private static final Duration ANSWER = Duration.ofMillis(100);
    private static final Duration LIFE = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final int STEPS_A_SECOND = 50;
    private static final int HONEST = 60;
    private static final int PARTITIONS = 6;

    private final DispatcherFixture relay = new DispatcherFixture(DEFAULTS);
    private final Tally tally = new Tally();
    private final PriorityQueue<Leaving> underWay = new PriorityQueue<>(Comparator.comparing(Leaving::answered));
    private int seen;

    /** A request and where it came from. */
    private record Arrival(ClearedRequest request, String account, Instant at) {

        boolean isHonest() {
            return account.startsWith("honest");
        }
    }

    /** Who is answered, and when. */
    private record Leaving(DispatcherFixture.Sent sent, Instant answered) {}

    @Test
    void behindAWaitingRequestOfAnotherAccountNobodyWaits() {
        run(3, 60, this::afterTheClaim);

        assertThat(tally.lapsedHonest).isZero();
        assertThat(tally.percentile(100)).isLessThanOrEqualTo(STEP.toMillis());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8})
    @EnabledIfSystemProperty(named = "countersign.measure", matches = "true")
    void afterTheClaimMeasured(int abusers) {
        run(abusers, 600, this::afterTheClaim);
        print("after the claim", abusers);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8})
    @EnabledIfSystemProperty(named = "countersign.measure", matches = "true")
    void beforeTheClaimMeasured(int abusers) {
        List<Deque<Arrival>> partitions = new ArrayList<>();
        for (int i = 0; i < PARTITIONS; i++) {
            partitions.add(new ArrayDeque<>());
        }
        run(abusers, 600, arrivals -> beforeTheClaim(partitions, arrivals));
        print("before the claim", abusers);
    }

    /** Ten reads a second of each who abuses, and one in ten seconds of the others, who withdraw as often. */
    private void run(int abusers, int seconds, Consumer<List<Arrival>> turn) {
        Random random = new Random(7);
        for (int step = 0; step < seconds * STEPS_A_SECOND; step++) {
            relay.pass(STEP);
            List<Arrival> arrivals = new ArrayList<>();
            for (int i = 0; i < abusers; i++) {
                if (random.nextInt(STEPS_A_SECOND) < 10) {
                    arrivals.add(arrival("abusive" + i, COINS, false));
                }
            }
            for (int i = 0; i < HONEST; i++) {
                if (random.nextInt(STEPS_A_SECOND * 10) == 0) {
                    arrivals.add(arrival("honest" + i, COINS, false));
                }
                if (random.nextInt(STEPS_A_SECOND * 10) == 0) {
                    arrivals.add(arrival("honest" + i, WITHDRAW, true));
                }
            }
            turn.accept(arrivals);
        }
    }

    private Arrival arrival(String account, Endpoint endpoint, boolean movesFunds) {
        return new Arrival(
                relay.cleared(account, endpoint, movesFunds, LIFE),
                account,
                relay.clock().instant());
    }

    private void afterTheClaim(List<Arrival> arrivals) {
        for (Arrival each : arrivals) {
            CompletableFuture<Void> ignored =
                    relay.dispatch(each.request()).attempt().thenAccept(attempt -> told(each, attempt));
        }
        relay.dispatcher().turn();
        while (seen < relay.sent().size()) {
            underWay.add(new Leaving(
                    relay.sent().get(seen++), relay.clock().instant().plus(ANSWER)));
        }
        while (!underWay.isEmpty()
                && !underWay.peek().answered().isAfter(relay.clock().instant())) {
            underWay.remove().sent().answer(200);
        }
        tally.waiting(relay.dispatcher().waiting());
    }

    private void told(Arrival arrival, Attempt attempt) {
        switch (attempt) {
            case Attempt.Answered answered -> tally.left(arrival, Duration.between(arrival.at(), answered.sentAt()));
            case Attempt.NotSent ignored -> tally.lapsed(arrival);
            case Attempt.Lost ignored -> throw new IllegalStateException("nothing is lost here");
        }
    }

    private void beforeTheClaim(List<Deque<Arrival>> partitions, List<Arrival> arrivals) {
        arrivals.forEach(each -> partitions
                .get(Math.floorMod(each.account().hashCode(), PARTITIONS))
                .addLast(each));
        Instant now = relay.clock().instant();
        for (Deque<Arrival> partition : partitions) {
            boolean blocked = false;
            while (!blocked && !partition.isEmpty()) {
                blocked = !passes(partition.getFirst(), now);
                if (!blocked) {
                    Arrival ignored = partition.removeFirst();
                }
            }
        }
        relay.valve().expire();
        tally.waiting(0);
    }

    /** Whether the head of a partition is done with: sent, or refused because it cannot make it. */
    private boolean passes(Arrival head, Instant now) {
        Instant latest = head.request().latest();
        if (now.isAfter(latest)) {
            tally.lapsed(head);
            return true;
        }
        return switch (relay.valve().ask(relay.charge(head.request()))) {
            case Admission.Admitted admitted -> {
                tally.left(head, Duration.between(head.at(), now));
                yield true;
            }
            case Admission.HeldBack held -> {
                Instant patience = head.at().plus(LONGEST);
                boolean givesUp = head.request().facts().movesFunds()
                        || held.until().isAfter(patience.isBefore(latest) ? patience : latest);
                if (givesUp) {
                    tally.lapsed(head);
                }
                yield givesUp;
            }
        };
    }

    private void print(String where, int abusers) {
        System.out.printf(
                "%s, %d abusive: honest sent %d, refused %d, waited p50 %d ms, p99 %d ms, max %d ms; abusive sent %d, refused %d;"
                        + " claimed and waiting: mean %.2f, max %d%n",
                where,
                abusers,
                tally.waits.size(),
                tally.lapsedHonest,
                tally.percentile(50),
                tally.percentile(99),
                tally.percentile(100),
                tally.sentAbusive,
                tally.lapsedAbusive,
                (double) tally.waitingSum / tally.looks,
                tally.waitingMost);
    }

    private static final class Tally {

        private final List<Long> waits = new ArrayList<>();
        private int lapsedHonest;
        private int lapsedAbusive;
        private int sentAbusive;
        private long waitingSum;
        private int waitingMost;
        private int looks;

        void left(Arrival arrival, Duration waited) {
            if (arrival.isHonest()) {
                waits.add(waited.toMillis());
            } else {
                sentAbusive++;
            }
        }

        void lapsed(Arrival arrival) {
            if (arrival.isHonest()) {
                lapsedHonest++;
            } else {
                lapsedAbusive++;
            }
        }

        void waiting(int count) {
            waitingSum += count;
            waitingMost = Math.max(waitingMost, count);
            looks++;
        }

        long percentile(int percent) {
            return waits.stream().sorted().toList().get((waits.size() - 1) * percent / 100);
        }
    }
}
