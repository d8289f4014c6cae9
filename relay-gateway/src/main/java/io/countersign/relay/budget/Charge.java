package io.countersign.relay.budget;

import io.countersign.domain.id.AccountId;
import io.countersign.reading.CatalogueEndpoint.WeightScope;
import org.jspecify.annotations.Nullable;

/**
 * What one request costs, and from which budget.
 *
 * @param account whose request it is; null for our own look-ups
 * @param first whether it may spend what is reserved: it moves funds, or everything hangs on it
 */
record Charge(Scope scope, int weight, @Nullable AccountId account, boolean first) {

    /**
     * One budget.
     *
     * @param path the endpoint's; empty where all endpoints share
     * @param user null where all users share
     */
    record Scope(WeightScope kind, String path, @Nullable AccountId user) {

        /** The header in which Binance tells what is used of it. */
        String usageHeader() {
            return switch (kind) {
                case API -> "x-mbx-used-weight-1m";
                case IP -> "x-sapi-used-ip-weight-1m";
                case UID -> "x-sapi-used-uid-weight-1m";
            };
        }
    }
}
