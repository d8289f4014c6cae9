package io.countersign.engine.topology;

import io.countersign.wire.message.Octets;

/** A journal entry as octets of the topic, with the hash that the account's next entry names, on the way to the partition's chain. */
final class Chained {

    private final byte[] entry;
    private final Octets hash;

    Chained(byte[] entry, Octets hash) {
        this.entry = entry;
        this.hash = hash;
    }

    byte[] entry() {
        return entry;
    }

    Octets hash() {
        return hash;
    }
}
