package io.countersign.sandbox.process;

import io.countersign.sandbox.settings.SandboxException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs steps beside each other; the first failure interrupts the rest and is the result. */
public final class Parallel {
    private Parallel() {}

    /** A part of the start that may wait. */
    @FunctionalInterface
    public interface Step {
        void run() throws InterruptedException;
    }

    public static void run(List<Step> steps) throws InterruptedException {
        ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().daemon().name("sandbox-step-", 0).factory());
        try {
            CompletionService<Boolean> done = new ExecutorCompletionService<>(threads);
            for (Step step : steps) {
                Callable<Boolean> task = () -> {
                    step.run();
                    return true;
                };
                done.submit(task);
            }
            for (int i = 0; i < steps.size(); i++) {
                done.take().get();
            }
        } catch (ExecutionException e) {
            throw failure(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static RuntimeException failure(ExecutionException failed) {
        return failed.getCause() instanceof RuntimeException known
                ? known
                : new SandboxException("the start failed", failed);
    }
}
