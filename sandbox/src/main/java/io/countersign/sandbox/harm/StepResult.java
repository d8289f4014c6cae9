package io.countersign.sandbox.harm;

import io.countersign.sandbox.evidence.Problem;
import io.countersign.sandbox.evidence.Promise;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What one step came to.
 *
 * @param offered requests that clients sent
 * @param answers how many of each kind
 * @param longestGapMillis the longest time in which nobody got a usable answer
 * @param executed withdrawals that Binance carried out
 * @param unknown requests that an outcome UNKNOWN was told of
 * @param stillUnknown those of them that no later outcome settled
 * @param problems promises that did not hold, with what to look at
 * @param remarks what a person should know and no promise forbids
 */
public record StepResult(
        String step,
        String what,
        int offered,
        Map<Word, Long> answers,
        long longestGapMillis,
        int executed,
        int unknown,
        int stillUnknown,
        List<String> problems,
        List<String> remarks,
        long seconds) {
    public StepResult {
        answers = Map.copyOf(answers);
        problems = List.copyOf(problems);
        remarks = List.copyOf(remarks);
    }

    /** A step whose load could not begin, because of {@code why}. */
    static StepResult notPlayed(HarmStep step, String why, Duration took) {
        return new StepResult(
                step.name(),
                step.what(),
                0,
                Map.of(),
                took.toMillis(),
                0,
                0,
                0,
                List.of(new Problem(Promise.BACK_TO_NORMAL, why).toString()),
                List.of(),
                took.toSeconds());
    }

    public boolean isPassed() {
        return problems.isEmpty();
    }

    long told(Word word) {
        return answers.getOrDefault(word, 0L);
    }
}
