package io.countersign.sandbox.settings;

/** Where the sandbox tells what it is doing, a line at a time. */
@FunctionalInterface
public interface Progress {
    Progress SILENT = line -> {};

    void report(String line);
}
