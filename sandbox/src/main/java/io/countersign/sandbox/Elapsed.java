package io.countersign.sandbox;

import io.countersign.sandbox.settings.Progress;
import java.util.Locale;

/** Puts the time since the start before each line of progress. */
final class Elapsed {
    private static final double NANOS = 1e9;

    private final Progress progress;
    private final long start = System.nanoTime();

    Elapsed(Progress progress) {
        this.progress = progress;
    }

    void report(String line) {
        double seconds = (System.nanoTime() - start) / NANOS;
        progress.report(String.format(Locale.ROOT, "%5.1f s  %s", seconds, line));
    }
}
