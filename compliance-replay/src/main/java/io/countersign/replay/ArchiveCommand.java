package io.countersign.replay;

import io.countersign.replay.archive.Archiver;
import io.countersign.replay.progress.Progress;
import io.countersign.replay.report.Json;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Keeps journal, checkpoints and policies as files, and goes on where it stopped. */
@Command(
        name = "archive",
        description = {
            "Keeps journal, checkpoints and policies as Avro files by partition and day.",
            "Adds what is new; may be killed and started again at any time."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all is archived", "2:unusable, or the topics do not go on from what is archived"})
final class ArchiveCommand implements Callable<Integer> {

    /** A kill loses no more than the segment that is being written. */
    private static final int MOST_RECORDS = 100_000;

    @Mixin
    private TopicOptions topics = new TopicOptions();

    @Option(names = "--to", paramLabel = "DIR", required = true, description = "the folder of the archive")
    private Path archive = Path.of("");

    @Mixin
    private ThreadsOption parallel = new ThreadsOption();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        PrintWriter out = output.out();
        PrintWriter err = output.err();
        long added = topics.read((source, framing) -> {
            try (Progress progress = Progress.of("archive", ToRead.all(source), err)) {
                return new Archiver(archive, framing::schema, MOST_RECORDS)
                        .archive(source, parallel.threads(), progress);
            }
        });
        if (output.isJson()) {
            Json.print(out, Map.of("verdict", "archived", "archive", archive.toString(), "added", added));
        } else {
            out.printf("%d records added to %s%n", added, archive);
        }
        return ReplayCommand.AGREED;
    }
}
