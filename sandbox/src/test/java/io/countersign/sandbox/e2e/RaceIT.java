package io.countersign.sandbox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.account.AccountEvent.ReservationOpened;
import io.countersign.domain.account.AccountEvent.ReservationReleased;
import io.countersign.domain.account.AccountEvent.ReservationSettled;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.money.Amount;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.HandSigned;
import io.countersign.sandbox.demo.world.KeyType;
import io.countersign.sandbox.evidence.Evidence;
import io.countersign.wire.message.Octets;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many signed requests of one account at the same instant, of which its limit has room for some. */
@ExtendWith(SharedSandbox.class)
@TestInstance(Lifecycle.PER_CLASS)
class RaceIT {

    /** So many of them reach the daily cap exactly. */
    private static final int ROOM = 40;

    private static final int SUBMISSIONS = 100;

    /** Every so manieth has a wrong signature: approved here, refused by Binance. */
    private static final int WRONG = 4;

    private final Sandbox sandbox;
    private final DemoWorld world;

    RaceIT(Sandbox sandbox, DemoWorld world) {
        this.sandbox = sandbox;
        this.world = world;
    }

    @Test
    void aHundredAtOnceExceedNoLimitAndWhatWasRefusedIsFreedOnce() throws Exception {
        DemoAccount account = world.open("race", KeyType.HMAC);
        BigDecimal cap = world.caps().perDay().value();
        Amount part = new Amount(
                cap.divide(BigDecimal.valueOf(ROOM)), world.caps().perDay().asset());

        submitAtOnce(account, part);

        List<AccountEvent> events = Evidence.settled(sandbox).journal().stream()
                .filter(line -> line.entry().account().value().equals(account.name()))
                .map(line -> line.entry().event())
                .toList();
        assertThat(peak(events)).isLessThanOrEqualTo(cap);
        List<RequestId> opened = ids(events, ReservationOpened.class);
        List<RequestId> settled = ids(events, ReservationSettled.class);
        List<RequestId> released = ids(events, ReservationReleased.class);
        assertThat(opened).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(ROOM);
        assertThat(released).isNotEmpty().doesNotHaveDuplicates();
        assertThat(settled).doesNotHaveDuplicates().doesNotContainAnyElementsOf(released);
        assertThat(opened).hasSize(settled.size() + released.size());
        assertThat(events.stream().filter(RequestDecided.class::isInstance).map(event -> ((RequestDecided) event)
                        .status()))
                .hasSize(SUBMISSIONS)
                .contains(DecisionStatus.REJECTED);
        assertThat(world.standIn().withdrawals(account.name())).hasSameSizeAs(settled);
    }

    private void submitAtOnce(DemoAccount account, Amount part) throws InterruptedException {
        DemoAccount wrong = account.withWrongSignatures();
        List<Callable<Integer>> phones = new ArrayList<>();
        for (int i = 0; i < SUBMISSIONS; i++) {
            DemoAccount signer = i % WRONG == 0 ? wrong : account;
            Octets signed = HandSigned.inBodyLater(signer, account.order(part));
            phones.add(() -> world.sendAgain(signed).status());
        }
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(all.invokeAll(phones))
                    .allSatisfy(answer -> assertThat(answer.get()).isEqualTo(202));
        }
    }

    /** The most that was counted at any moment. */
    private static BigDecimal peak(List<AccountEvent> events) {
        Map<RequestId, BigDecimal> counted = new HashMap<>();
        BigDecimal peak = BigDecimal.ZERO;
        for (AccountEvent event : events) {
            if (event instanceof ReservationOpened opened) {
                counted.put(opened.requestId(), opened.value().value());
            }
            if (event instanceof ReservationReleased released) {
                counted.remove(released.requestId());
            }
            peak = peak.max(counted.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        }
        return peak;
    }

    private static List<RequestId> ids(List<AccountEvent> events, Class<? extends AccountEvent> type) {
        return events.stream().filter(type::isInstance).map(RaceIT::id).toList();
    }

    private static RequestId id(AccountEvent event) {
        return switch (event) {
            case ReservationOpened e -> e.requestId();
            case ReservationSettled e -> e.requestId();
            case ReservationReleased e -> e.requestId();
            default -> throw new IllegalArgumentException("no reservation: " + event);
        };
    }
}
