package io.countersign.replay.export;

import io.countersign.replay.source.UnusableException;
import io.countersign.replay.verify.Discrepancy;
import io.countersign.wire.chain.PartitionChain;
import io.countersign.wire.chain.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds an export against its manifest: files, rows, order, and the hashes over every entry. */
public final class ExportVerifier {

    private final Path folder;
    private final List<Discrepancy> found = new ArrayList<>();

    /** What came of it. */
    public record Result(Manifest manifest, long rows, List<Discrepancy> discrepancies) {}

    private ExportVerifier(Path folder) {
        this.folder = folder;
    }

    /** {@code keys} know the exporter's signature; null when nobody said whose it must be. */
    public static Result verify(Path folder, ExportKeys.@Nullable Verifier keys) {
        ExportVerifier verifier = new ExportVerifier(folder);
        Manifest manifest = ManifestFile.read(folder);
        if (keys != null && !ManifestFile.isGenuine(folder, keys)) {
            verifier.found(
                    "manifest", "signature", "none that fits", "the exporter's over every octet of manifest.json");
        }
        long rows = 0;
        try {
            verifier.files(manifest);
            for (Manifest.File each : manifest.files()) {
                rows += each.table().equals(Table.FINDINGS.folder())
                        ? verifier.read(manifest, each, Table.FINDINGS, row -> {})
                        : 0;
            }
            for (Manifest.Part each : manifest.partitions()) {
                rows += verifier.partition(manifest, each);
            }
        } catch (IOException | RuntimeException e) {
            throw new UnusableException("cannot read %s: %s".formatted(folder, UnusableException.reason(e)), e);
        }
        return new Result(manifest, rows, List.copyOf(verifier.found));
    }

    private void files(Manifest manifest) throws IOException {
        Set<String> listed =
                manifest.files().stream().map(Manifest.File::name).collect(Collectors.toCollection(TreeSet::new));
        for (Table table : Table.values()) {
            Path files = folder.resolve(table.folder());
            if (!Files.isDirectory(files)) {
                continue; // Each of its files is found missing below.
            }
            try (Stream<Path> there = Files.list(files)) {
                for (Path each : there.toList()) {
                    String name = table.folder() + "/" + each.getFileName();
                    if (!listed.contains(name)) {
                        found(name, "file", "there", "none: the manifest does not list it");
                    }
                }
            }
        }
        for (Manifest.File each : manifest.files()) {
            Path file = folder.resolve(each.name());
            if (!Files.exists(file)) {
                found(each.name(), "file", "missing", each.rows() + " rows");
            } else if (!Digests.of(file).equals(each.sha256())) {
                found(each.name(), "SHA-256", Digests.of(file), each.sha256());
            }
        }
    }

    /** Reads every entry again: their order, their number, and the hashes that hang on all of them. */
    private long partition(Manifest manifest, Manifest.Part part) {
        Walk walk = new Walk(part);
        for (Manifest.File file : manifest.files()) {
            if (file.partition() == part.partition() && file.table().equals(Table.ENTRIES.folder())) {
                read(manifest, file, Table.ENTRIES, walk::take);
            }
        }
        String subject = "partition " + part.partition();
        differ(subject, "entries", walk.entries, part.entries());
        differ(subject, "offsets out of order or out of range", walk.misplaced, 0);
        differ(subject, "Merkle root", walk.tree.root(), part.merkleRoot());
        differ(subject, "running hash", walk.runningHash, part.runningHash());
        return walk.entries;
    }

    /** How many rows can be read. One that cannot is what somebody made of a row that could. */
    private long read(Manifest manifest, Manifest.File file, Table table, Consumer<Map<String, String>> each) {
        Path path = folder.resolve(file.name());
        if (!Files.exists(path)) {
            return 0;
        }
        long rows = 0;
        try (Format.RowReader reader = manifest.format().reader(path, table)) {
            for (Map<String, String> row = reader.read(); row != null; row = reader.read()) {
                each.accept(row);
                rows++;
            }
        } catch (IOException | RuntimeException e) {
            found(
                    file.name(),
                    "content",
                    "unreadable after %d rows: %s".formatted(rows, UnusableException.reason(e)),
                    file.rows() + " rows");
            return rows;
        }
        differ(file.name(), "rows", rows, file.rows());
        return rows;
    }

    private static final class Walk {
        private final MerkleTree tree = new MerkleTree();
        private final Manifest.Part part;
        private String runningHash;
        private long last;
        private long entries;
        private long misplaced;

        Walk(Manifest.Part part) {
            this.part = part;
            this.last = part.from() - 1;
            this.runningHash = HexFormat.of()
                    .formatHex(PartitionChain.genesis(part.partition())
                            .runningHash()
                            .toBytes());
        }

        void take(Map<String, String> row) {
            String hash = String.valueOf(row.get("entry_hash")).toLowerCase(Locale.ROOT);
            long offset = Long.parseLong(String.valueOf(row.get("offset")));
            misplaced += offset > last && offset < part.to() ? 0 : 1;
            last = offset;
            entries++;
            tree.add(hash);
            HexFormat hex = HexFormat.of();
            runningHash = hex.formatHex(Sha256.of(hex.parseHex(runningHash), hex.parseHex(hash)));
        }
    }

    private void differ(String subject, String what, Object recorded, Object expected) {
        if (!recorded.toString().equals(expected.toString())) {
            found(subject, what, recorded.toString(), expected.toString());
        }
    }

    private void found(String subject, String what, String recorded, String expected) {
        found.add(new Discrepancy("export", subject, what, recorded, expected));
    }
}
