package io.countersign.sandbox.e2e;

import io.countersign.domain.id.RequestId;
import io.countersign.domain.money.Amount;
import io.countersign.sandbox.demo.wire.HttpMessage;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.HandSigned;
import io.countersign.sandbox.demo.world.KeyType;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Signed withdrawals of many accounts at an even pace, whatever becomes of them; keeps what the gateway acknowledged. */
final class SignedLoad implements AutoCloseable {
    private static final int ACCEPTED = 202;
    private static final int SECOND_MILLIS = 1_000;

    /** An account reaches its daily cap after a few of these, so that approvals and rejections are both in the load. */
    private static final BigDecimal PORTION = BigDecimal.valueOf(8);

    private final DemoWorld world;
    private final List<DemoAccount> accounts = new ArrayList<>();
    private final Amount amount;
    private final Set<RequestId> acknowledged = ConcurrentHashMap.newKeySet();
    private final Map<Integer, AtomicInteger> answers = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();

    SignedLoad(DemoWorld world, int accountCount) throws InterruptedException {
        this.world = world;
        Amount small = world.caps().small();
        this.amount = new Amount(small.value().multiply(PORTION), small.asset());
        for (int i = 0; i < accountCount; i++) {
            accounts.add(world.open("load-" + i, KeyType.HMAC));
        }
    }

    void start(int perSecond) {
        long everyMicros = TimeUnit.MILLISECONDS.toMicros(SECOND_MILLIS) / perSecond;
        ScheduledFuture<?> unused = clock.scheduleAtFixedRate(
                () -> senders.execute(this::send), everyMicros, everyMicros, TimeUnit.MICROSECONDS);
    }

    /** Returns when every request has its answer. */
    @Override
    public void close() {
        clock.close();
        senders.close();
    }

    List<DemoAccount> accounts() {
        return accounts;
    }

    Set<RequestId> acknowledged() {
        return Set.copyOf(acknowledged);
    }

    /** How many answers had this status. */
    int answered(int status) {
        return answers.getOrDefault(status, new AtomicInteger()).get();
    }

    /** How many answers there were of each status; 0 stands for none. */
    String answers() {
        return answers.toString();
    }

    private void send() {
        DemoAccount account = accounts.get(Math.floorMod(turn.getAndIncrement(), accounts.size()));
        int status = 0;
        try {
            HttpMessage answer = world.sendAgain(HandSigned.inBodyLater(account, account.order(amount)));
            status = answer.status();
            if (status == ACCEPTED) {
                String place = answer.header("Location").orElseThrow();
                acknowledged.add(new RequestId(place.substring(place.lastIndexOf('/') + 1)));
            }
        } catch (UncheckedIOException unanswered) {
            // Nothing was promised.
        } finally {
            answers.computeIfAbsent(status, key -> new AtomicInteger()).incrementAndGet();
        }
    }
}
