package io.countersign.engine.query;

import io.countersign.domain.id.AccountId;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** HOW an account is found: the active store first, wherever it is, then copies of it. */
final class AccountFinder {

    private final String self;
    private final LocalAccounts local;
    private final Peers peers;

    AccountFinder(String self, LocalAccounts local, Peers peers) {
        this.self = self;
        this.local = local;
        this.peers = peers;
    }

    /** For a caller from outside: asks the other engines when they know better. */
    Found find(AccountId account) {
        return local.placementOf(account)
                .map(placement -> find(account, placement))
                .orElseGet(Found.Nowhere::new);
    }

    /** For another engine: only what is here, so that a question never makes a second hop. */
    Found findHere(AccountId account) {
        return local.placementOf(account)
                .flatMap(placement -> here(account, placement.partition()))
                .orElseGet(Found.Nowhere::new);
    }

    private Found find(AccountId account, Placement placement) {
        return fromActive(account, placement)
                .or(() -> local.copy(account, placement.partition()).map(Found.Here::new))
                .or(() -> fromStandbys(account, placement))
                .orElseGet(Found.Nowhere::new);
    }

    private Optional<Found> fromActive(AccountId account, Placement placement) {
        if (placement.active().equals(self)) {
            return local.active(account, placement.partition()).map(Found.Here::new);
        }
        return peers.ask(placement.active(), account).map(Found.class::cast);
    }

    private Optional<Found> fromStandbys(AccountId account, Placement placement) {
        Set<String> others = new TreeSet<>(placement.standbys());
        others.remove(self);
        return others.stream()
                .flatMap(host -> peers.ask(host, account).stream())
                .map(Found.class::cast)
                .findFirst();
    }

    private Optional<Found> here(AccountId account, int partition) {
        return local.active(account, partition)
                .or(() -> local.copy(account, partition))
                .map(Found.Here::new);
    }
}
