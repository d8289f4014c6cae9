package io.countersign.sandbox.harm;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.countersign.domain.id.WireDigest;
import io.countersign.domain.money.Amount;
import io.countersign.sandbox.demo.wire.HttpMessage;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.HandSigned;
import io.countersign.sandbox.demo.world.KeyType;
import io.countersign.wire.message.Octets;
import io.countersign.wire.seal.SealedRequests;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Requests of many accounts at an even pace, whatever becomes of them: nobody waits for the answer before the next. Withdrawals
 * of callers who wait and of callers who do not, some over the caps; reads; the same octets again.
 */
final class Traffic implements AutoCloseable {
    private static final long MICROS = TimeUnit.SECONDS.toMicros(1);

    /** Six of these fill the daily cap of one account. */
    private static final BigDecimal PORTION = BigDecimal.valueOf(16);

    /** More than one transfer may have. */
    private static final BigDecimal TOO_MUCH = BigDecimal.valueOf(100);

    private static final int ACCOUNTS = 12;
    private static final long BURST_EVERY = 20;

    /** A signature that outlives every pause: or a relay that wakes would send nothing only because it is too late. */
    private static final long LONG_MILLIS = 40_000;

    private final DemoWorld world;
    private final Random random;
    private final List<DemoAccount> accounts = new ArrayList<>();
    private final List<Signed> sent = new ArrayList<>();
    private final Queue<Told> told = new ConcurrentLinkedQueue<>();
    private final AtomicInteger offered = new AtomicInteger();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();

    private record Signed(DemoAccount account, Octets octets, boolean withdrawal) {}

    /** Opens accounts of its own, so that each step has all the headroom; {@code seed} gives the order of everything. */
    Traffic(DemoWorld world, long seed) throws InterruptedException {
        this.world = world;
        this.random = new Random(seed);
        for (int i = 0; i < ACCOUNTS; i++) {
            // Half of the phones have HMAC keys, as most of Binance's users have.
            KeyType type = i % 2 == 0 ? KeyType.HMAC : i % 4 == 1 ? KeyType.RSA : KeyType.ED25519;
            accounts.add(world.open("load-%x-%d".formatted(System.nanoTime(), i), type));
        }
    }

    void start(int perSecond) {
        long every = MICROS / perSecond;
        ScheduledFuture<?> unused = clock.scheduleAtFixedRate(this::next, 0, every, TimeUnit.MICROSECONDS);
    }

    /** So many withdrawals more, close behind each other, of callers who do not wait. */
    void burst(int count) {
        for (int i = 0; i < count; i++) {
            DemoAccount account = accounts.get(i % accounts.size());
            ScheduledFuture<?> unused =
                    clock.schedule(() -> clients.execute(() -> sendLater(account)), i * BURST_EVERY, MILLISECONDS);
        }
    }

    private void sendLater(DemoAccount account) {
        send(new Signed(account, HandSigned.inBodyLater(account, account.order(portion()), LONG_MILLIS), true));
    }

    /** Returns when nothing more is sent and every request has its answer or none. */
    @Override
    public void close() {
        clock.close();
        clients.close();
    }

    /** Whose name {@code client} has. */
    DemoAccount account(Told.Client client) {
        return accounts.stream()
                .filter(each -> each.name().equals(client.name()))
                .findFirst()
                .orElseThrow();
    }

    /** How many requests were sent. */
    int offered() {
        return offered.get();
    }

    List<Told> told() {
        return List.copyOf(told);
    }

    /** On the clock's one thread, so that the seed gives the same order again. */
    private void next() {
        DemoAccount account = accounts.get(random.nextInt(accounts.size()));
        int dice = random.nextInt(100);
        if (dice < 10 && !sent.isEmpty()) {
            int recent = Math.min(sent.size(), 30);
            Signed again = sent.get(sent.size() - 1 - random.nextInt(recent));
            clients.execute(() -> send(again));
            return;
        }
        boolean withdrawal = dice < 80;
        Amount amount = dice < 15 ? scaled(TOO_MUCH) : portion();
        Octets octets = !withdrawal
                ? HandSigned.balances(account)
                : dice < 50
                        ? HandSigned.inBody(account, account.order(amount))
                        : HandSigned.inBodyLater(account, account.order(amount), LONG_MILLIS);
        Signed signed = new Signed(account, octets, withdrawal);
        sent.add(signed);
        clients.execute(() -> send(signed));
    }

    private void send(Signed signed) {
        offered.incrementAndGet();
        WireDigest digest = SealedRequests.digest(
                SealedRequests.encode(HttpMessage.of(signed.octets()).wire()));
        Told.Client client = Told.Client.of(signed.account());
        Told answer;
        try {
            answer = Told.of(client, digest, signed.withdrawal(), world.sendAgain(signed.octets()));
        } catch (UncheckedIOException unanswered) {
            answer = Told.silence(client, digest, signed.withdrawal());
        }
        told.add(answer);
    }

    private Amount portion() {
        return scaled(PORTION);
    }

    private Amount scaled(BigDecimal times) {
        Amount small = world.caps().small();
        return new Amount(small.value().multiply(times), small.asset());
    }
}
