package io.countersign.replay.source;

import org.jspecify.annotations.Nullable;

/** The records of one partition, in the order of the log. Of one thread. */
public interface Records extends AutoCloseable {

    /**
     * The next one; null at the end.
     *
     * @throws UnusableException when it cannot be had
     */
    @Nullable
    LogRecord next();

    @Override
    void close();
}
