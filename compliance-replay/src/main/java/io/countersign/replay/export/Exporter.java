package io.countersign.replay.export;

import io.countersign.replay.progress.Progress;
import io.countersign.replay.progress.Watched;
import io.countersign.replay.source.Extent;
import io.countersign.replay.source.Partitions;
import io.countersign.replay.source.Source;
import io.countersign.replay.source.UnusableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the whole journal as tables into a folder, which must be empty or not there. */
public record Exporter(Path folder, Format format, int threads, ExportKeys.@Nullable Signer signer) {

    /** What was written; {@code now} is noted in it. */
    public Manifest export(Source source, Instant now, Progress progress) {
        try {
            requireEmpty();
            for (Table each : Table.values()) {
                Files.createDirectories(folder.resolve(each.folder()));
            }
            Source watched = new Watched(source, progress);
            List<PartitionExport.Written> written =
                    Partitions.each(List.copyOf(source.extents().keySet()), threads, partition -> new PartitionExport(
                                    folder, format, partition)
                            .write(watched, source.extents().getOrDefault(partition, new Extent(0, 0))));
            Map<String, List<String>> columns = new LinkedHashMap<>();
            for (Table each : Table.values()) {
                columns.put(
                        each.folder(), each.columns().stream().map(Column::name).toList());
            }
            Manifest manifest = new Manifest(
                    Manifest.VERSION,
                    source.name(),
                    now.toString(),
                    format,
                    columns,
                    written.stream().map(PartitionExport.Written::part).toList(),
                    written.stream().flatMap(each -> each.files().stream()).toList());
            ManifestFile.write(folder, manifest, signer);
            return manifest;
        } catch (IOException e) {
            throw new UnusableException("--out: cannot write %s: %s".formatted(folder, UnusableException.reason(e)), e);
        }
    }

    private void requireEmpty() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> there = Files.list(folder)) {
            if (there.findAny().isPresent()) {
                throw new UnusableException("--out: %s is not empty".formatted(folder));
            }
        }
    }
}
