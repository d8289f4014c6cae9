package io.countersign.gateway.view;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits with an end, on a thread that may block. */
final class Waits {

    <T> Optional<T> await(CompletableFuture<T> future, Duration patience) {
        try {
            return Optional.of(future.get(Math.max(0, patience.toMillis()), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("nobody fails a wait", e);
        }
    }
}
