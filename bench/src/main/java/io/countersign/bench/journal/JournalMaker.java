package io.countersign.bench.journal;

import io.countersign.bench.workload.Load;
import io.countersign.bench.workload.Relay;
import io.countersign.bench.workload.Waiting;
import io.countersign.sandbox.Sandbox;
import java.util.function.Consumer;

/** Lets the engine of a fresh sandbox write a journal: a policy, accounts with connections and addresses, requests and their outcomes. */
public final class JournalMaker implements AutoCloseable {

    /** So many requests may wait for their decision: enough to keep the engine busy, few enough to end soon. */
    private static final long MOST_AHEAD = 20_000;

    private static final int AT_ONCE = 500;

    /** Of what is wanted: a short journal must not become a long one while it is waited for. */
    private static final int SHARE_AHEAD = 20;

    private static final int TELL_EVERY = 50_000;

    private final Load load;
    private final Checkpoints checkpoints;
    private final Consumer<String> progress;
    private boolean admitted;

    public JournalMaker(Sandbox sandbox, int accounts, long seed, Consumer<String> progress) {
        this.load = new Load(sandbox, accounts, seed);
        this.checkpoints = new Checkpoints(sandbox.addresses().kafka(), load.framing());
        this.progress = progress;
    }

    /** Goes on until there are {@code wanted} entries or more; returns how many when everything is decided and under a checkpoint. */
    public long make(long wanted) throws InterruptedException {
        if (!admitted) {
            progress.accept("admitting the accounts");
            load.admitAll();
            admitted = true;
        }
        try (Relay relay = load.relay()) {
            long before = load.asked();
            long ahead = Math.clamp(wanted / SHARE_AHEAD, AT_ONCE, MOST_AHEAD);
            // Each request has an entry at least: a short journal would be long before its first checkpoint tells of
            // it.
            while (checkpoints.entries() < wanted && load.asked() - before < wanted) {
                load.ask(AT_ONCE);
                Waiting.until(load.asked() - before - ahead, "requests decided", relay::decided);
                if (load.asked() % TELL_EVERY == 0) {
                    progress.accept("%d requests, %d journal entries".formatted(load.asked(), checkpoints.entries()));
                }
            }
            Waiting.until(load.asked() - before, "requests decided", relay::decided);
            load.awaitEngine();
        }
        return checkpoints.awaitLast();
    }

    @Override
    public void close() {
        checkpoints.close();
        load.close();
    }
}
