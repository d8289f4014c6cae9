package io.countersign.wire.policy.custom;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.runtime.CelRuntime;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A condition in CEL, compiled once. Two are equal when their texts are. */
public final class Condition {

    private final String text;
    private final List<Fact> named;
    private final CelRuntime.Program program;

    private Condition(String text, List<Fact> named, CelRuntime.Program program) {
        this.text = text;
        this.named = named;
        this.program = program;
    }

    /**
     * The condition of {@code text}.
     *
     * @throws ConditionException when it is no condition, or names what is not known
     */
    public static Condition compile(String text) {
        CelAbstractSyntaxTree tree = Cel.checked(text);
        Set<String> names = tree.getReferenceMap().values().stream()
                .map(each -> each.name())
                .collect(Collectors.toSet());
        List<Fact> named = Facts.ALL.values().stream()
                .filter(each -> names.contains(each.name()))
                .toList();
        return new Condition(text, named, Cel.program(tree));
    }

    /** How long the account must remember its spending for it. */
    public Duration lookback() {
        return named.stream().map(Fact::lookback).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    List<Fact> named() {
        return named;
    }

    CelRuntime.Program program() {
        return program;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Condition condition && text.equals(condition.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
