package io.countersign.replay;

import io.countersign.replay.export.ExportKeys;
import io.countersign.replay.export.Exporter;
import io.countersign.replay.export.Format;
import io.countersign.replay.export.Manifest;
import io.countersign.replay.progress.Progress;
import io.countersign.replay.report.Json;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The journal as tables for other tools. */
@Command(
        name = "export",
        description = {
            "Writes the whole journal as files by partition and day, with a manifest of offsets, counts and hashes.",
            "What is exported is not verified: that is for verify."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all is written", "2:unusable"})
final class ExportCommand implements Callable<Integer> {

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Option(names = "--format", required = true, description = "one of: ${COMPLETION-CANDIDATES}, in any case")
    private Format format = Format.PARQUET;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "an empty folder, or one to be made")
    private Path out = Path.of("");

    @Option(
            names = "--signing-key",
            paramLabel = "FILE",
            description = "the exporter's private keyset; without it the manifest is not signed")
    private @Nullable Path signingKey;

    @Mixin
    private ThreadsOption parallel = new ThreadsOption();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        PrintWriter to = output.out();
        PrintWriter err = output.err();
        ExportKeys.Signer signer = signingKey == null ? null : ExportKeys.signer(signingKey);
        Exporter exporter = new Exporter(out, format, parallel.threads(), signer);
        Manifest manifest = source.read(from -> {
            try (Progress progress = Progress.of("export", ToRead.all(from), err)) {
                return exporter.export(from, Instant.now(), progress);
            }
        });
        long entries =
                manifest.partitions().stream().mapToLong(Manifest.Part::entries).sum();
        boolean signed = signer != null;
        if (output.isJson()) {
            Json.print(
                    to,
                    Map.of(
                            "verdict",
                            "exported",
                            "out",
                            out.toString(),
                            "entries",
                            entries,
                            "files",
                            manifest.files().size(),
                            "signed",
                            signed));
        } else {
            to.printf(
                    "%d journal entries in %d files in %s, manifest %s%n",
                    entries, manifest.files().size(), out, signed ? "signed" : "NOT SIGNED (--signing-key)");
        }
        return ReplayCommand.AGREED;
    }
}
