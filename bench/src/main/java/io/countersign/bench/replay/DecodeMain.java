package io.countersign.bench.replay;

import io.countersign.replay.archive.ArchiveSource;
import io.countersign.replay.source.JournalReader;
import io.countersign.replay.source.LogRecord;
import io.countersign.replay.source.Records;
import io.countersign.replay.source.Source;
import io.countersign.wire.codec.Read;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.journal.WrappingKeys;
import io.countersign.wire.message.JournalMessage;
import io.countersign.wire.topic.Topics;
import java.nio.file.Path;
import java.util.function.Function;

/** The floor of a verification: every partition of an archive's journal, one after the other, read and decoded, and nothing else. */
public final class DecodeMain {

    /** How far an entry is decoded. */
    public enum Depth {

        /** To its event, which is what a verification decides again: the seal is opened. */
        EVENTS,

        /** To what everybody can read of it: a sealed event stays octets. */
        ENVELOPES
    }

    private DecodeMain() {}

    /** Arguments: archive, keyset of the data keys, depth. Prints how many entries there were. */
    public static void main(String[] arguments) {
        WrappingKeys keys = WrappingKeys.load("the second argument", Path.of(arguments[1]));
        try (Source source = new ArchiveSource(Path.of(arguments[0]), keys)) {
            System.out.println(decode(source, Depth.valueOf(arguments[2])));
        }
    }

    private static long decode(Source source, Depth depth) {
        Function<byte[], Read<JournalMessage>> reading =
                switch (depth) {
                    case EVENTS -> new JournalReader(source)::read;
                    case ENVELOPES -> new TopicCodec<>(Topics.JOURNAL, source.framing())::read;
                };
        long decoded = 0;
        for (int partition : source.extents().keySet()) {
            try (Records records = source.journal(partition, 0)) {
                for (LogRecord each = records.next(); each != null; each = records.next()) {
                    decoded += reading.apply(each.octets()) instanceof Read.Value<JournalMessage> ? 1 : 0;
                }
            }
        }
        return decoded;
    }
}
