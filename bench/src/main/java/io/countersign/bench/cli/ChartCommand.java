package io.countersign.bench.cli;

import io.countersign.bench.report.RatioChart;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Figures that were kept, as a picture. */
@Command(name = "chart", description = "Draw the ratios of figures that were kept with --out.")
final class ChartCommand implements Callable<Integer> {

    @Option(names = "--from", paramLabel = "FILE.json", required = true, description = "The figures.")
    private Path from = Path.of("");

    @Option(names = "--to", paramLabel = "FILE.svg", required = true, description = "The picture.")
    private Path to = Path.of("");

    @Override
    public Integer call() {
        RatioChart.draw(from, to);
        return 0;
    }
}
