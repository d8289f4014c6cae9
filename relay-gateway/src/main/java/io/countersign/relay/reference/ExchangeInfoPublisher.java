package io.countersign.relay.reference;

import io.countersign.wire.message.Octets;
import io.countersign.wire.message.ReferenceMessage;
import io.countersign.wire.message.ReferenceMessage.ExchangeRules;
import io.countersign.wire.message.ReferenceMessage.ExchangeSymbol;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Looks up Binance's symbols now and then, and publishes those that changed: the whole would not fit a record. Closes its destination. On a thread of its
 * own, so that the clock does not wait for it. Failing at it stops nothing else.
 */
public final class ExchangeInfoPublisher implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final Source source;
    private final Destination destination;
    private final Failures failures = new Failures();
    private final Map<String, Octets> published = new HashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("relay-exchange-info").daemon().factory());

    public ExchangeInfoPublisher(Source source, Destination destination) {
        this.source = source;
        this.destination = destination;
    }

    /** Where the answer comes from. */
    public interface Source {

        /** The body of GET /api/v3/exchangeInfo. */
        Octets exchangeInfo() throws IOException, InterruptedException;
    }

    /** Where it is told: the compacted topic. */
    public interface Destination extends AutoCloseable {

        CompletableFuture<Void> tell(ReferenceMessage.Datum datum);

        CompletableFuture<Void> takeAway(String name);

        @Override
        void close();
    }

    /** Looks at once, then after every {@code interval}; sooner after a failure. */
    public void start(Duration interval) {
        schedule(Duration.ZERO, interval);
    }

    private void schedule(Duration delay, Duration interval) {
        ScheduledFuture<?> ignored = timer.schedule(
                () -> {
                    boolean done = failures.run("exchange information", this::refresh);
                    if (!timer.isShutdown()) {
                        schedule(done || interval.compareTo(SOON) < 0 ? interval : SOON, interval);
                    }
                },
                delay.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** The list comes last, so that whoever has it can have all that it lists. */
    void refresh() throws IOException, InterruptedException, ExecutionException {
        List<CompletableFuture<Void>> writes = new ArrayList<>();
        Map<String, Octets> now = new HashMap<>();
        ExchangeRules rules = ExchangeInfo.read(source.exchangeInfo(), symbol -> {
            Octets digest = digest(symbol);
            now.put(symbol.symbol(), digest);
            if (!digest.equals(published.getOrDefault(symbol.symbol(), Octets.EMPTY))) {
                writes.add(destination.tell(symbol));
            }
        });
        await(writes);
        published.putAll(now);
        destination.tell(rules).get();
        for (String known : List.copyOf(published.keySet())) {
            if (!now.containsKey(known)) {
                destination.takeAway(ExchangeSymbol.name(known)).get();
                published.remove(known);
            }
        }
    }

    private static Octets digest(ExchangeSymbol symbol) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return Octets.of(sha256.digest(symbol.rules().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(List<CompletableFuture<Void>> writes) throws InterruptedException, ExecutionException {
        Void ignored = CompletableFuture.allOf(writes.toArray(CompletableFuture[]::new))
                .get();
    }

    @Override
    public void close() {
        timer.shutdownNow();
        destination.close();
    }
}
