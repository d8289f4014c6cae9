package io.countersign.domain.rule;

/** What a limit says of every request within it: made once with the rule, not with each of its findings. */
public record Said(String bound, String within) {}
