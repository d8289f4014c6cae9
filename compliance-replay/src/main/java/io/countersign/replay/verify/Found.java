package io.countersign.replay.verify;

import java.util.List;

/**
 * What does not agree in one partition.
 *
 * @param ofAccounts at most one of each account: what follows the first says nothing
 * @param unlisted how many more accounts there were
 * @param ofCheckpoints at most one of the checkpoints and one of the journal under them
 */
record Found(List<Discrepancy> ofAccounts, long unlisted, List<Discrepancy> ofCheckpoints) {
    Found {
        ofAccounts = List.copyOf(ofAccounts);
        ofCheckpoints = List.copyOf(ofCheckpoints);
    }
}
