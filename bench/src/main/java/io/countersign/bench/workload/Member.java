package io.countersign.bench.workload;

import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.request.Destination;

/**
 * One account of a {@link Crowd}.
 *
 * @param apiKey of the phone, 64 letters and digits
 * @param home the destination that it sends to most
 * @param second another one on its address book
 */
public record Member(AccountId account, String apiKey, ConnectionId connection, Destination home, Destination second) {

    /** Tells the account only: a key is a secret, if only a made-up one. */
    @Override
    public String toString() {
        return account.toString();
    }
}
