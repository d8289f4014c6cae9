package io.countersign.replay;

import picocli.CommandLine.Option;

/** How many partitions are read at once by a verb that waits for disk and network more than it computes. */
final class ThreadsOption {

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "2",
            description = "partitions at once; ${DEFAULT-VALUE} unless said")
    private int threads;

    int threads() {
        return threads;
    }
}
