package io.countersign.engine.failure;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.wire.codec.SchemasUnavailableException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class WhenAThreadDiesTest {

    private final StopReason reason = new StopReason();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicLong nanos = new AtomicLong(-5);
    private final AtomicInteger stops = new AtomicInteger();
    private final WhenAThreadDies handler = new WhenAThreadDies(reason, meters, nanos::get, stops::incrementAndGet);

    @Test
    void whatPassesReplacesTheThreadAndIsCounted() {
        for (RuntimeException each : List.of(
                new InvalidTxnStateException("the transaction was aborted"),
                new InvalidProducerEpochException("old epoch"),
                new TimeoutException("no answer"),
                new TransactionAbortableException("abort it"),
                new SchemasUnavailableException("the registry did not answer"))) {
            assertThat(handler.handle(new StreamsException("cannot commit", each)))
                    .as(each.getClass().getSimpleName())
                    .isEqualTo(REPLACE_THREAD);
        }
        assertThat(replaced()).isEqualTo(5);
        assertThat(stops).hasValue(0);
        assertThat(handler.isStopping()).isFalse();
    }

    @Test
    void whatStaysStopsTheProcess() {
        for (Throwable each : List.of(
                new IllegalStateException("corrupt"),
                new RecordTooLargeException("1 MiB at most"),
                new TopicAuthorizationException("journal"),
                new OutOfOrderSequenceException("a gap"),
                new OutOfMemoryError())) {
            assertThat(handler.handle(new StreamsException("cannot commit", each)))
                    .as(each.getClass().getSimpleName())
                    .isEqualTo(SHUTDOWN_CLIENT);
        }
        assertThat(replaced()).isZero();
        assertThat(stops).hasValue(5);
        assertThat(handler.isStopping()).isTrue();
    }

    @Test
    void afterSomeReplacementsOneMoreStopsTheProcessUntilTimeHasPassed() {
        for (int i = 0; i < WhenAThreadDies.REPLACEMENTS; i++) {
            assertThat(handler.handle(timeout())).isEqualTo(REPLACE_THREAD);
        }
        nanos.addAndGet(WhenAThreadDies.WINDOW.toNanos());
        for (int i = 0; i < WhenAThreadDies.REPLACEMENTS; i++) {
            assertThat(handler.handle(timeout())).isEqualTo(REPLACE_THREAD);
        }
        nanos.addAndGet(WhenAThreadDies.WINDOW.toNanos() - 1);

        assertThat(handler.handle(timeout())).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(stops).hasValue(1);
        assertThat(handler.handle(timeout()))
                .as("a process that ends is not mended")
                .isEqualTo(SHUTDOWN_CLIENT);
    }

    @Test
    void aBrokenInvariantIsNotMendedByWhatFollowsFromIt() {
        reason.tell("the command cannot be decided", new IllegalStateException("corrupt"));

        assertThat(handler.handle(new ProducerFencedException("follows from it")))
                .isEqualTo(SHUTDOWN_CLIENT);
    }

    @Test
    void theThreadOfTheGlobalStoresCannotBeReplaced() throws InterruptedException {
        Thread global = new Thread(() -> handler.handle(timeout()), "engine-1-GlobalStreamThread");

        global.start();
        global.join();

        assertThat(handler.isStopping()).isTrue();
        assertThat(replaced()).isZero();
    }

    private static StreamsException timeout() {
        return new StreamsException("no progress", new TimeoutException("no answer"));
    }

    private double replaced() {
        return meters.get("countersign.threads.replaced").counter().count();
    }
}
