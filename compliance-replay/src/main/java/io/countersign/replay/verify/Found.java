package io.countersign.replay.verify;

import java.util.List;

/**
 * What does not agree in one partition.
 *
 * @param ofAccounts at most one of each account: what follows the first says nothing
 * @param unlisted how many more accounts there were
 * @param ofCheckpoints at most one of the checkpoints and one of the journal under them
 * @param ofDecisions at most one of those that are not the engine's, and one that the journal does not have
 */
record Found(
        List<Discrepancy> ofAccounts, long unlisted, List<Discrepancy> ofCheckpoints, List<Discrepancy> ofDecisions) {
    Found {
        ofAccounts = List.copyOf(ofAccounts);
        ofCheckpoints = List.copyOf(ofCheckpoints);
        ofDecisions = List.copyOf(ofDecisions);
    }
}
