package io.countersign.replay.verify;

import java.nio.file.Path;

/**
 * What one partition may take.
 *
 * @param spill the folder below which accounts go that are not in memory
 * @param accounts how many are; 1 or more
 */
public record Memory(Path spill, int accounts) {

    /** At some 10 KB an account, and two partitions at once, a tenth of half a gigabyte. */
    public static final int USUAL_ACCOUNTS = 2_500;

    /** The usual number, in the usual folder for what is temporary. */
    public static final Memory USUAL = new Memory(Path.of(System.getProperty("java.io.tmpdir")), USUAL_ACCOUNTS);
}
