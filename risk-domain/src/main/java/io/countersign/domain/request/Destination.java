package io.countersign.domain.request;

import org.jspecify.annotations.Nullable;

/**
 * Where funds go: network, address and tag, compared exactly. A null network is the coin's default at Binance and matches no
 * named network, because which network that is may change without us.
 */
public record Destination(
        @Nullable String network, String address, @Nullable String tag) {

    @Override
    public String toString() {
        return (network == null ? "default network" : network) + ":" + address + (tag == null ? "" : ":" + tag);
    }
}
