package io.countersign.sandbox.demo;

/** What was seen, in words, and whether it was what was expected. */
public record Seen(boolean asExpected, String words) {}
