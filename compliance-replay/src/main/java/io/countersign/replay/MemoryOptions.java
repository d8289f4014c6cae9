package io.countersign.replay;

import io.countersign.replay.verify.Memory;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How much of the machine. */
final class MemoryOptions {

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "partitions at once; as many as there are processors unless said")
    private @Nullable Integer threads;

    @Option(
            names = "--accounts-in-memory",
            paramLabel = "N",
            description = "of each partition that is being read, counted as ones that remember " + Memory.USUAL_REQUESTS
                    + " requests; as many as fit into four tenths of the heap unless said, and of verify "
                    + Memory.AT_ONCE + " at most")
    private @Nullable Integer accounts;

    @Option(
            names = "--spill",
            paramLabel = "DIR",
            defaultValue = "${sys:java.io.tmpdir}",
            description =
                    "where the other accounts, or their entries, go meanwhile; the usual folder for what is temporary unless said")
    private Path spill = Path.of("");

    /** Of a verification, for which more hardly pay: what waits is read once more, and not written anew at every visit. */
    Memory audit() {
        return new Memory(
                spill, accounts == null ? Math.min(Memory.AT_ONCE, Memory.fitting(threads())) : Math.max(1, accounts));
    }

    Memory memory() {
        return new Memory(spill, accounts == null ? Memory.fitting(threads()) : Math.max(1, accounts));
    }

    int threads() {
        return threads == null ? Runtime.getRuntime().availableProcessors() : Math.max(1, threads);
    }
}
