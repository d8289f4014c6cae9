package io.countersign.engine.topology;

import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.engine.topology.guard.AlertListener;

/** Hears what the processor does, for metrics. */
public interface DecisionListener extends AlertListener {

    /** A request was decided for the first time. */
    void decided(RequestDecided decided);

    /** A record of {@code topic} was given up. */
    void deadLetter(String topic);
}
