package io.countersign.bench.peer;

import io.countersign.bench.http.HttpTarget;
import io.countersign.bench.http.PreparedRequest;
import io.countersign.bench.load.Shot;
import io.countersign.bench.workload.Processes;
import java.util.List;

/** One of the two who take turns. */
record Contestant(HttpTarget target, Processes processes) {

    private static final int DONE = 200;

    List<Shot> shots(List<PreparedRequest> withdrawals) {
        return withdrawals.stream()
                .map(withdrawal -> target.shot(withdrawal, DONE))
                .toList();
    }
}
