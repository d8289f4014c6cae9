package io.countersign.replay;

import io.countersign.replay.archive.ArchiveSource;
import io.countersign.replay.source.Source;
import io.countersign.wire.journal.WrappingKeys;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the journal is read from: the topics, unless an archive is named. */
final class SourceOptions {

    @Mixin
    private TopicOptions topics = new TopicOptions();

    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description = "read this archive instead of the topics; needs no Kafka and no registry")
    private @Nullable Path archive;

    @Option(
            names = "--wrapping-keys",
            paramLabel = "FILE",
            defaultValue = "${sys:countersign.replay.wrapping-keys:-" + Option.NULL_VALUE + "}",
            description = "the keyset of the data keys, as the engine has it; the usual sandbox's unless said")
    private @Nullable Path wrappingKeys;

    <R> R read(Function<Source, R> reading) {
        if (archive == null) {
            return topics.read(wrapping(), (source, framing) -> reading.apply(source));
        }
        try (Source source = new ArchiveSource(archive, wrapping())) {
            return reading.apply(source);
        }
    }

    private @Nullable WrappingKeys wrapping() {
        return wrappingKeys == null ? null : WrappingKeys.load("--wrapping-keys", wrappingKeys);
    }
}
