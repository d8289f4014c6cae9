package io.countersign.replay.verify;

import io.countersign.domain.account.Account;
import java.nio.file.Path;

/**
 * What one partition may take. Of a verification, the entries of whoever is not in memory wait on the disk; of a what-if, whoever is
 * not is written and read again at every visit, which takes longer than the decision.
 *
 * @param spill the folder below which accounts go that are not in memory
 * @param accounts how many are, if they remember {@link #USUAL_REQUESTS} requests or fewer; 1 or more
 */
public record Memory(Path spill, int accounts) {

    /** What an account weighs at least; one that remembers more requests weighs as many. */
    public static final int USUAL_REQUESTS = 20;

    /** As many accounts of a partition as a verification wants: with more, the collector copies more and the caches hold less. */
    public static final int AT_ONCE = 1_000;

    /** Estimated from the objects of an account that remembers 20 requests, most of them withdrawals; not measured. */
    private static final long OCTETS_OF_ACCOUNT = 16 * 1024;

    /** Of the heap; the rest is for records on their way. */
    private static final double SHARE = 0.4;

    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

    /** As many as fit into the heap of this process while {@code threads} partitions are read, in the usual folder for what is temporary. */
    public static Memory usual(int threads) {
        return new Memory(TEMPORARY, fitting(threads));
    }

    /** How many accounts fit into the heap of this process, for each of so many partitions. */
    public static int fitting(int threads) {
        double octets = Runtime.getRuntime().maxMemory() * SHARE / threads;
        return (int) Math.max(1, octets / OCTETS_OF_ACCOUNT);
    }

    /** What all accounts in memory may weigh together. */
    public long weight() {
        return (long) accounts * USUAL_REQUESTS;
    }

    /** What {@code account} weighs. */
    public static int weightOf(Account account) {
        return Math.max(USUAL_REQUESTS, account.activity().decided().size());
    }
}
