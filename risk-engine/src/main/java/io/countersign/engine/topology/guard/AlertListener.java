package io.countersign.engine.topology.guard;

import io.countersign.wire.message.AlertMessage;

/** Hears of every alert. */
public interface AlertListener {

    /** An alert was raised. */
    void alerted(AlertMessage alert);
}
