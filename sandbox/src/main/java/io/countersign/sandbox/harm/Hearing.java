package io.countersign.sandbox.harm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.countersign.sandbox.demo.world.Poll;
import io.countersign.sandbox.evidence.Problem;
import io.countersign.sandbox.evidence.Promise;
import io.countersign.sandbox.settings.SandboxException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Holds what clients were told against what happened. */
final class Hearing {
    /** For all questions of a step together: an answer that is late is a problem, a queue of questions is not. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Truth truth;
    private final boolean losesAnswers;
    private final List<Problem> problems = new ArrayList<>();

    /** With whether the step could lose an answer of Binance's for good. */
    Hearing(Truth truth, boolean losesAnswers) {
        this.truth = truth;
        this.losesAnswers = losesAnswers;
    }

    List<Problem> of(List<Told> told) throws InterruptedException {
        told.forEach(this::hear);
        ask(told);
        return List.copyOf(problems);
    }

    private void hear(Told told) {
        boolean executed = truth.isExecuted(told.digest());
        if (told.word().deniesExecution() && executed) {
            add(Promise.REFUSED_MEANS_NOT_EXECUTED, told);
        }
        boolean happened = told.withdrawal() ? executed : truth.hasArrived(told.digest());
        if (told.word() == Word.DONE && !happened) {
            add(Promise.DONE_MEANS_EXECUTED, told);
        }
        if (told.word() == Word.TAKEN
                && (!truth.isTaken(told.digest()) || truth.state(told.digest()).isEmpty())) {
            add(Promise.NOTHING_LOST, told);
        }
        boolean leftUnknown =
                truth.state(told.digest()).filter("UNKNOWN"::equals).isPresent();
        if (leftUnknown) {
            hearOfUnknown(told);
        }
    }

    private void hearOfUnknown(Told told) {
        if (told.word() == Word.DONE) {
            add(Promise.ONE_STORY, told);
        }
        if (truth.isAnswered(told.digest()) && !losesAnswers) {
            add(Promise.UNKNOWN_ONLY_IF_UNKNOWN, told);
        }
    }

    /** Who was not told the end asks for it, and must hear what happened. */
    private void ask(List<Told> all) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        Set<String> asked = new HashSet<>();
        for (Told told : all) {
            boolean open = told.word() == Word.TAKEN || told.word() == Word.UNSURE;
            String truly = truth.state(told.digest()).orElse("");
            if (!open || truly.isEmpty() || told.place().isEmpty() || !asked.add(told.place())) {
                continue;
            }
            Duration left = Duration.between(Instant.now(), end);
            String heard = Poll.until(left, () -> state(told), truly::equals);
            if (!heard.equals(truly)) {
                problems.add(new Problem(
                        promise(heard, truly),
                        "%s; asked later: %s, in truth %s".formatted(told.name(), heard, truly)));
            }
        }
    }

    private static Promise promise(String heard, String truly) {
        return switch (heard) {
            case "UNKNOWN" -> Promise.UNKNOWN_ONLY_IF_UNKNOWN;
            case "DONE" -> Promise.DONE_MEANS_EXECUTED;
            case "REFUSED", "EXPIRED", "REJECTED", "NOT_EXECUTED" ->
                truly.equals("DONE") ? Promise.REFUSED_MEANS_NOT_EXECUTED : Promise.ONE_STORY;
            default -> Promise.NOTHING_LOST;
        };
    }

    private static String state(Told told) throws InterruptedException {
        JsonNode body;
        try {
            body = told.client().asking().request(told.place());
        } catch (SandboxException unanswered) {
            body = MissingNode.getInstance();
        }
        return body.path("state").asText("no state");
    }

    private void add(Promise promise, Told told) {
        problems.add(new Problem(promise, told.name()));
    }
}
