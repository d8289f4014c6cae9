package io.countersign.wire.policy.custom;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelVariableResolver;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.finding.Verdict;
import io.countersign.domain.rule.Rule;
import io.countersign.domain.rule.RuleInput;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Objects to what a condition holds for. What cannot be evaluated is rejected: doubt means no.
 *
 * @param verdict PASS for a rule that only gives points
 * @param score points, 0 or more
 * @param sentence for a person
 */
public record CustomRule(RuleId id, Condition condition, Verdict verdict, int score, String sentence, Terms terms)
        implements Rule {

    private static final int LONGEST_OBSERVED = 300;

    @Override
    public Finding evaluate(RuleInput input) {
        if (input.request().transfer() == null && condition.named().stream().anyMatch(Fact::ofTransfer)) {
            return Finding.notApplicable(id);
        }
        Map<String, Object> facts = facts(new Situation(input, terms));
        String observed = observed(facts);
        String bound = "not: " + condition;
        try {
            Object holds = condition.program().eval((CelVariableResolver) name -> known(facts, name));
            if (holds.equals(false)) {
                return Finding.pass(id, observed, bound, "the condition does not hold");
            }
            if (holds.equals(true)) {
                return new Finding(id, verdict, observed, bound, sentence, score);
            }
            return undecided(observed, bound, "it is neither true nor false");
        } catch (CelEvaluationException | RuntimeException e) {
            return undecided(observed, bound, reason(e));
        }
    }

    private Finding undecided(String observed, String bound, String reason) {
        return Finding.reject(id, observed, bound, "the condition cannot be decided: " + reason);
    }

    private Map<String, Object> facts(Situation situation) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (Fact each : condition.named()) {
            facts.put(each.name(), valueOf(each, situation));
        }
        return facts;
    }

    private static Object valueOf(Fact fact, Situation situation) {
        try {
            return fact.value().apply(situation);
        } catch (NotKnownException e) {
            return e;
        }
    }

    private static Optional<Object> known(Map<String, Object> facts, String name) {
        Object value = facts.get(name);
        if (value instanceof NotKnownException unknown) {
            throw unknown;
        }
        return Optional.ofNullable(value);
    }

    /** Our own words only: those of the library may change with its version, and a replay compares findings. */
    private static String reason(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof NotKnownException unknown) {
                return unknown.why();
            }
        }
        return thrown instanceof CelEvaluationException evaluation
                ? evaluation.getErrorCode().name()
                : "an error in it";
    }

    private static String observed(Map<String, Object> facts) {
        String all = facts.entrySet().stream()
                .map(each ->
                        each.getKey() + " = " + (each.getValue() instanceof NotKnownException ? "?" : each.getValue()))
                .collect(Collectors.joining(", "));
        return all.length() > LONGEST_OBSERVED ? all.substring(0, LONGEST_OBSERVED) + "…" : all;
    }
}
