package io.countersign.sandbox.standin.world;

/** Everything that exists at the stand-in. */
public final class World {

    private final Accounts accounts = new Accounts();
    private final Prices prices = new Prices();
    private final BinanceClock clock = new BinanceClock();
    private volatile SystemStatus status = SystemStatus.NORMAL;

    public Accounts accounts() {
        return accounts;
    }

    public Prices prices() {
        return prices;
    }

    public BinanceClock clock() {
        return clock;
    }

    public SystemStatus status() {
        return status;
    }

    public void status(SystemStatus next) {
        status = next;
    }

    public void reset() {
        accounts.clear();
        prices.reset();
        clock.set(new BinanceClock.Offset(0));
        status = SystemStatus.NORMAL;
    }
}
