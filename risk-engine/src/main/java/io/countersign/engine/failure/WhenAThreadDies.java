package io.countersign.engine.failure;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jboss.logging.Logger;

/**
 * Replaces a stream thread that died of what passes, some times in a row and no more; stops the process for everything else. A
 * thread that is replaced begins at the last commit, as a new process would.
 */
public final class WhenAThreadDies implements StreamsUncaughtExceptionHandler {

    /** So many within {@link #WINDOW} are a pause; one more is a state, which whoever runs the process must see. */
    static final int REPLACEMENTS = 5;

    static final Duration WINDOW = Duration.ofMinutes(5);

    private static final Logger LOG = Logger.getLogger(WhenAThreadDies.class);

    /** How Streams calls the thread that reads global stores. It cannot be replaced. */
    private static final String GLOBAL_THREAD = "-GlobalStreamThread";

    private final StopReason reason;
    private final LongSupplier nanoTime;
    private final Runnable stop;
    private final Counter replaced;
    private final Deque<Long> lately = new ArrayDeque<>();
    private final AtomicBoolean stopping = new AtomicBoolean();

    /** Calls {@code stop}, which returns at once, when the process must end. */
    public WhenAThreadDies(StopReason reason, MeterRegistry meters, LongSupplier nanoTime, Runnable stop) {
        this.reason = reason;
        this.nanoTime = nanoTime;
        this.stop = stop;
        this.replaced = Counter.builder("countersign.threads.replaced")
                .description("Stream threads that died of what passes, and were replaced.")
                .register(meters);
    }

    /** Whether the process is about to end. */
    public boolean isStopping() {
        return stopping.get();
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable thrown) {
        Optional<Throwable> passing = reason.isTold() ? Optional.empty() : Passing.in(thrown);
        boolean global = Thread.currentThread().getName().endsWith(GLOBAL_THREAD);
        if (passing.isPresent() && !global && !stopping.get() && mayReplace()) {
            replaced.increment();
            LOG.warnf("a stream thread is replaced: %s", StopReason.line(passing.get()));
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        if (stopping.compareAndSet(false, true)) {
            LOG.errorf(thrown, "the engine stops: %s", reason.of(thrown));
        }
        stop.run();
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private synchronized boolean mayReplace() {
        long now = nanoTime.getAsLong();
        while (!lately.isEmpty() && now - lately.getFirst() >= WINDOW.toNanos()) {
            lately.removeFirst();
        }
        if (lately.size() == REPLACEMENTS) {
            return false;
        }
        lately.addLast(now);
        return true;
    }
}
