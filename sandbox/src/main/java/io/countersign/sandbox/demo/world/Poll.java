package io.countersign.sandbox.demo.world;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

/** Asks until the answer is the wanted one or the time is over. */
public final class Poll {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long INTERVAL_MILLIS = 50;

    private Poll() {}

    /** A question that may wait for its answer. */
    @FunctionalInterface
    public interface Question<T> {
        T ask() throws InterruptedException;
    }

    /** The wanted answer, or the last one after a while. */
    public static <T> T until(Question<T> question, Predicate<T> wanted) throws InterruptedException {
        return until(PATIENCE, question, wanted);
    }

    /** The wanted answer, or the last one within {@code patience}. */
    public static <T> T until(Duration patience, Question<T> question, Predicate<T> wanted)
            throws InterruptedException {
        Instant deadline = Instant.now().plus(patience);
        T answer = question.ask();
        while (!wanted.test(answer) && Instant.now().isBefore(deadline)) {
            Thread.sleep(INTERVAL_MILLIS);
            answer = question.ask();
        }
        return answer;
    }
}
