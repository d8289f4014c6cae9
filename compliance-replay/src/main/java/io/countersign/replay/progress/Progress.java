package io.countersign.replay.progress;

import java.io.PrintWriter;

/** How far something is. Safe for many threads. */
public interface Progress extends AutoCloseable {

    /** Nobody waits. */
    Progress NONE = new Progress() {
        @Override
        public void step(long offsets) {}

        @Override
        public void close() {}
    };

    /** So many more are done. */
    void step(long offsets);

    @Override
    void close();

    /** A bar on a terminal, else plain lines on {@code err}, of {@code total} offsets in all. */
    static Progress of(String task, long total, PrintWriter err) {
        return Boolean.getBoolean("countersign.replay.terminal")
                ? new BarProgress(task, total)
                : new LineProgress(task, total, err);
    }
}
