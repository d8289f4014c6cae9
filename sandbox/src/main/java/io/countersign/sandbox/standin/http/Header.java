package io.countersign.sandbox.standin.http;

/** One header line, its name in the case in which it came. */
public record Header(String name, String value) {}
