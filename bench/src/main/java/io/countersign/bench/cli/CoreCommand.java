package io.countersign.bench.cli;

import io.countersign.bench.core.CoreBench;
import io.countersign.bench.report.Report;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Each step of a decision by itself. */
@Command(
        name = "core",
        description = {
            "Time and allocation of every step of a decision by itself: reading, naming, sealing, deciding, mapping, hashing, signing.",
            "Starts nothing."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:measured", "2:not measured"})
final class CoreCommand implements Callable<Integer> {

    @Mixin
    private final PartOptions options = new PartOptions();

    @Option(names = "--steps", paramLabel = "REGEX", description = "Only steps with such a name, for example decide.*")
    private String steps = ".*";

    @Override
    public Integer call() {
        CoreBench bench = (options.isQuick() ? CoreBench.quick() : CoreBench.thorough()).only(steps);
        Report report = options.report(bench);
        bench.run(report);
        return options.tell(report);
    }
}
