package io.countersign.wire.policy;

import java.util.List;

/** A policy that cannot be used. The message names the field and, where known, the line of everything that is wrong. */
public final class PolicyException extends RuntimeException {

    private final List<String> problems;

    /** One thing that is wrong. */
    public PolicyException(String problem, Throwable cause) {
        super("policy, " + problem, cause);
        problems = List.of(problem);
    }

    /** All that is wrong, in the order of the document. */
    public PolicyException(List<String> problems) {
        super("policy, " + String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** Each names line, field and remedy; in the order of the document. */
    public List<String> problems() {
        return problems;
    }
}
