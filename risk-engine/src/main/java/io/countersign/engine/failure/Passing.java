package io.countersign.engine.failure;

import io.countersign.wire.codec.SchemasUnavailableException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.errors.ApplicationRecoverableException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TransactionAbortableException;

/**
 * What may be over when the last transaction is begun again: brokers or a registry that did not answer, and a transaction that the
 * broker took back because this engine stood still for too long. Nothing of it was committed.
 */
final class Passing {

    private Passing() {}

    /** What in {@code thrown} passes; empty when none of it does. */
    static Optional<Throwable> in(Throwable thrown) {
        return chain(thrown).stream().filter(Passing::passes).findFirst();
    }

    /** {@code thrown} and its causes, outermost first. */
    static List<Throwable> chain(Throwable thrown) {
        List<Throwable> chain = new ArrayList<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable each = thrown; each != null && seen.add(each); each = each.getCause()) {
            chain.add(each);
        }
        return chain;
    }

    private static boolean passes(Throwable thrown) {
        return thrown instanceof SchemasUnavailableException
                || thrown instanceof RetriableException
                // Kafka's name for: begin again with a new producer.
                || thrown instanceof ApplicationRecoverableException
                || thrown instanceof TransactionAbortableException
                // Brokers say so to a producer whose transaction they have ended: KAFKA-19690.
                || thrown instanceof InvalidTxnStateException;
    }
}
