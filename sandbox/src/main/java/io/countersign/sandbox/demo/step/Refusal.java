package io.countersign.sandbox.demo.step;

import io.countersign.sandbox.demo.Checks;
import io.countersign.sandbox.demo.Seen;
import io.countersign.sandbox.demo.world.Answer;
import java.util.Optional;
import java.util.stream.Stream;

/** What must be true of every rejection by the risk engine. */
final class Refusal {
    private static final int FORBIDDEN = 403;

    private final Answer answer;
    private final Checks checks = new Checks();

    private Refusal(Answer answer) {
        this.answer = answer;
    }

    static Refusal of(Answer answer) {
        Refusal refusal = new Refusal(answer);
        refusal.checks
                .saw(
                        "HTTP %d, code %d".formatted(answer.status(), answer.code()),
                        answer.status() == FORBIDDEN && answer.code() < 0)
                .require(
                        answer.message().equals(answer.json().path("msg").asText())
                                && !answer.message().isEmpty(),
                        "the client shows no msg");
        return refusal;
    }

    /** Rejected by one of these rules at least, in the words of its finding, which the client shows as well. */
    Refusal by(String... rules) {
        Optional<String> finding = Stream.of(rules)
                .flatMap(rule -> answer.objection(rule).map(sentence -> rule + ": " + sentence).stream())
                .findFirst();
        checks.saw(
                        finding.orElse("no objection by " + String.join(" or ", rules) + ": " + answer.message()),
                        finding.isPresent())
                .require(answer.message().contains(finding.orElse("")), "msg does not say so: " + answer.message());
        return this;
    }

    Refusal saying(String words) {
        checks.require(answer.message().contains(words), "msg does not say: " + words);
        return this;
    }

    Refusal executions(int executions) {
        checks.require(executions == 0, "executed " + WithdrawalExecuted.times(executions));
        return this;
    }

    Seen seen() {
        return checks.seen();
    }
}
