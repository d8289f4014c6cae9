package io.countersign.replay.export;

import io.countersign.replay.source.Extent;
import io.countersign.replay.source.JournalReader;
import io.countersign.replay.source.LogRecord;
import io.countersign.replay.source.Records;
import io.countersign.replay.source.Source;
import io.countersign.replay.source.UnusableException;
import io.countersign.replay.verify.Hex;
import io.countersign.wire.chain.JournalChain;
import io.countersign.wire.chain.PartitionChain;
import io.countersign.wire.codec.Read;
import io.countersign.wire.message.JournalMessage;
import io.countersign.wire.message.Octets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One partition as files by day. A file holds offsets in a row, so a day begins with the first entry of its date. */
final class PartitionExport {

    private final Path folder;
    private final Format format;
    private final int partition;
    private final MerkleTree tree = new MerkleTree();
    private final List<Manifest.File> files = new ArrayList<>();
    private final Map<Table, Open> open = new EnumMap<>(Table.class);
    private PartitionChain chain;
    private String day = "";

    /** What came of it. */
    record Written(Manifest.Part part, List<Manifest.File> files) {}

    private static final class Open {
        private final String name;
        private final Format.RowWriter writer;
        private long rows;

        Open(String name, Format.RowWriter writer) {
            this.name = name;
            this.writer = writer;
        }
    }

    PartitionExport(Path folder, Format format, int partition) {
        this.folder = folder;
        this.format = format;
        this.partition = partition;
        this.chain = PartitionChain.genesis(partition);
    }

    Written write(Source source, Extent extent) {
        JournalReader reader = new JournalReader(source);
        try (Records records = source.journal(partition, extent.begin())) {
            for (LogRecord record = records.next(); record != null; record = records.next()) {
                take(record, reader);
            }
            finishDay();
        } catch (IOException e) {
            throw new UnusableException("--out: cannot write %s: %s".formatted(folder, UnusableException.reason(e)), e);
        }
        Manifest.Part part = new Manifest.Part(
                partition, extent.begin(), extent.end(), chain.entries(), tree.root(), Hex.of(chain.runningHash()));
        return new Written(part, List.copyOf(files));
    }

    private void take(LogRecord record, JournalReader reader) throws IOException {
        JournalMessage message =
                reader.read(record.value()) instanceof Read.Value<JournalMessage> some ? some.value() : null;
        begin(message == null ? record.timestamp() : message.content().at());
        Octets entry = JournalChain.next(record.octets(), reader.headerLength());
        String hash = Hex.of(entry);
        chain = chain.next(entry);
        tree.add(hash);
        write(Table.ENTRIES, Rows.entry(record, message, hash));
        for (Map<String, Object> each : Rows.findings(record, message)) {
            write(Table.FINDINGS, each);
        }
    }

    private void begin(Instant at) throws IOException {
        String date = at.atZone(ZoneOffset.UTC).toLocalDate().toString();
        if (date.compareTo(day) > 0) {
            finishDay();
            day = date;
        }
    }

    private void write(Table table, Map<String, Object> row) throws IOException {
        Open file = open.get(table);
        if (file == null) {
            String name = "%s/%04d-%s.%s".formatted(table.folder(), partition, day, format.extension());
            file = new Open(name, format.writer(folder.resolve(name), table));
            open.put(table, file);
        }
        file.writer.write(row);
        file.rows++;
    }

    private void finishDay() throws IOException {
        for (Map.Entry<Table, Open> each : open.entrySet()) {
            Open file = each.getValue();
            file.writer.close();
            files.add(new Manifest.File(
                    file.name, each.getKey().folder(), partition, file.rows, Digests.of(folder.resolve(file.name))));
        }
        open.clear();
    }
}
