package io.countersign.sandbox.standin.world;

import java.util.List;
import java.util.Optional;

/** A coin and its networks, the default one first. */
public record Coin(String symbol, String name, List<Network> networks) {

    public Coin {
        networks = List.copyOf(networks);
    }

    public Network defaultNetwork() {
        return networks.getFirst();
    }

    public Optional<Network> network(String wanted) {
        return networks.stream()
                .filter(network -> network.name().equals(wanted))
                .findFirst();
    }
}
