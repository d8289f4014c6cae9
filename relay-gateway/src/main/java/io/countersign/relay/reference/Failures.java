package io.countersign.relay.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Tells of a failure when it begins and when it ends, not every few seconds. Safe for many threads. */
final class Failures {

    private static final Logger LOG = Logger.getLogger(Failures.class);

    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    /** Runs {@code task}; false when it failed. */
    boolean run(String what, Task task) {
        try {
            task.run();
            if (failing.remove(what)) {
                LOG.infof("reference data is back what=%s", what);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            if (failing.add(what)) {
                LOG.warnf("reference data cannot be refreshed what=%s reason=%s", what, reason(e));
            }
        }
        return false;
    }

    /** A parser's message would repeat what Binance sent. */
    private static String reason(Exception failure) {
        return failure instanceof JsonProcessingException
                ? "the answer is not JSON"
                : String.valueOf(failure.getMessage());
    }

    /** Something that may fail. */
    interface Task {

        void run() throws Exception;
    }
}
