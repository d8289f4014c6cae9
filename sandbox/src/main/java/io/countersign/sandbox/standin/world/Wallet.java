package io.countersign.sandbox.standin.world;

/** The two wallets that withdrawals can leave from. */
public enum Wallet {
    SPOT,
    FUNDING;

    public Wallet other() {
        return this == SPOT ? FUNDING : SPOT;
    }
}
