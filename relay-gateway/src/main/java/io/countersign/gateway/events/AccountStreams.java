package io.countersign.gateway.events;

import io.countersign.domain.id.AccountId;
import io.countersign.gateway.config.StreamConfig;
import io.smallrye.mutiny.Multi;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Every open stream, by account, and what was told lately. Safe for many threads; memory is bounded by the settings. */
public final class AccountStreams implements AutoCloseable {

    private final StreamConfig config;
    private final ToIntFunction<AccountId> partitions;
    private final Recent recent;
    private final Map<AccountId, Set<Reader>> readers = new HashMap<>();
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1,
            work -> Thread.ofPlatform().daemon().name("account-streams").unstarted(work),
            new ThreadPoolExecutor.DiscardPolicy());
    private final ScheduledFuture<?> beats;
    private Notice.OfHouse house = new Notice.OfHouse(List.of());
    private int open;
    private boolean closed;

    /** Takes which partition an account's records are in. */
    public AccountStreams(StreamConfig config, ToIntFunction<AccountId> partitions) {
        this.config = config;
        this.partitions = partitions;
        this.recent = new Recent(config.kept());
        long beat = config.heartbeat().toMillis();
        this.beats = timer.scheduleWithFixedDelay(this::beat, beat, beat, TimeUnit.MILLISECONDS);
    }

    /** Something happened to {@code account}, as the record at {@code offset} of {@code partition} says. */
    public synchronized void tell(AccountId account, Source source, int partition, long offset, Notice notice) {
        if (recent.add(new Recent.Kept(account, partition, source, offset, notice))) {
            of(account).forEach(reader -> reader.tell(source, offset, notice));
        }
    }

    /** What holds for everyone is this now. */
    public synchronized void tellEveryone(Notice.OfHouse now) {
        if (!now.equals(house)) {
            house = now;
            readers.values().forEach(all -> List.copyOf(all).forEach(reader -> reader.say(now)));
        }
    }

    /**
     * Opens a stream of {@code account} that ends by itself at {@code endsAt}; empty when too many are open.
     *
     * @param from what was read before; null to begin now
     */
    public synchronized Optional<Multi<Told>> open(AccountId account, @Nullable Cursor from, Instant endsAt) {
        if (closed || open >= config.inAll() || of(account).size() >= config.perAccount()) {
            return Optional.empty();
        }
        int partition = partitions.applyAsInt(account);
        Cursor resume = from != null && recent.reaches(partition, from) ? from : null;
        Reader reader = new Reader(account, endsAt, resume == null ? recent.end(partition) : resume, config.queue());
        readers.computeIfAbsent(account, absent -> new LinkedHashSet<>()).add(reader);
        open++;
        reader.begin(resume != null);
        reader.say(house);
        if (resume != null) {
            recent.forEach(account, kept -> reader.tell(kept.source(), kept.offset(), kept.notice()));
        }
        return Optional.of(reader.told().onTermination().invoke(() -> leave(reader)));
    }

    /** On the timer: a socket that closes must not wait for somebody who is told and holds the lock. */
    private void leave(Reader reader) {
        timer.execute(() -> left(reader));
    }

    private synchronized void left(Reader reader) {
        Set<Reader> all = readers.get(reader.account());
        if (all != null && all.remove(reader)) {
            open--;
            if (all.isEmpty()) {
                readers.remove(reader.account());
            }
        }
    }

    private synchronized void beat() {
        Instant now = Instant.now();
        for (Reader reader : all()) {
            if (reader.isOver(now)) {
                reader.end(End.EXPIRED);
            } else {
                reader.say(new Notice.Beat());
            }
        }
    }

    private List<Reader> of(AccountId account) {
        return List.copyOf(readers.getOrDefault(account, Set.of()));
    }

    private List<Reader> all() {
        List<Reader> all = new ArrayList<>();
        readers.values().forEach(all::addAll);
        return all;
    }

    @Override
    public synchronized void close() {
        closed = true;
        beats.cancel(false);
        all().forEach(reader -> reader.end(End.STOPPING));
        timer.shutdown();
    }
}
