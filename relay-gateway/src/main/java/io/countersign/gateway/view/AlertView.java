package io.countersign.gateway.view;

import io.countersign.wire.message.AlertMessage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** The last alerts, bounded in number. Safe for many threads. */
public final class AlertView {

    private static final int MOST = 1_000;

    /** A set, as the log may be followed again from an earlier point. */
    private final LinkedHashSet<AlertMessage> alerts = new LinkedHashSet<>();

    /** An alert came. */
    public synchronized void raised(AlertMessage alert) {
        if (alerts.add(alert) && alerts.size() > MOST) {
            alerts.removeFirst();
        }
    }

    public synchronized List<AlertMessage> newestFirst() {
        return new ArrayList<>(alerts).reversed();
    }
}
