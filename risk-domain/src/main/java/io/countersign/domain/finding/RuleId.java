package io.countersign.domain.finding;

/** The stable name of a rule, for machines and for the error reference, for example daily-cap. */
public record RuleId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
