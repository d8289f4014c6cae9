package io.countersign.sandbox.standin.http;

import java.time.Duration;

/** The ways in which a request may end: answered, now or later, or cut off. Not calling any leaves it hanging. */
public interface Reply {

    void answer(HttpAnswer answer);

    /** Ends the connection with a TCP reset instead of an answer. */
    void reset();

    void later(Duration delay, Runnable task);
}
