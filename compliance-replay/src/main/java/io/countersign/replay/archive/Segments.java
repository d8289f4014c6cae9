package io.countersign.replay.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.countersign.replay.source.UnusableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The list of one partition's segments, {@code segments.json}. A segment is in the archive when it is in the list, and the list
 * changes in one step: whoever is killed leaves the one before and at most a file that nobody names.
 */
final class Segments {

    private static final String LIST = "segments.json";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path folder;
    private final List<Segment> all;

    private Segments(Path folder, List<Segment> all) {
        this.folder = folder;
        this.all = all;
    }

    /** What {@code folder} holds, which may not be there yet. */
    static Segments in(Path folder) {
        Path list = folder.resolve(LIST);
        try {
            List<Segment> all = Files.exists(list)
                    ? JSON.readValue(Files.readString(list), new TypeReference<List<Segment>>() {})
                    : List.of();
            Segments segments = new Segments(folder, new ArrayList<>(all));
            segments.requireNoGap();
            return segments;
        } catch (JsonProcessingException e) {
            throw new UnusableException("archive: %s is not a list of segments".formatted(list), e);
        } catch (IOException e) {
            throw new UnusableException("archive: cannot read " + list, e);
        }
    }

    Path folder() {
        return folder;
    }

    List<Segment> all() {
        return List.copyOf(all);
    }

    /** Takes it up, for good. */
    void add(Segment segment) throws IOException {
        all.add(segment);
        writeWhole(folder.resolve(LIST), JSON.writeValueAsString(all));
    }

    /** Deletes what somebody who was killed had begun. */
    void sweep() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.toList()) {
                String name = String.valueOf(each.getFileName());
                boolean listed = all.stream().anyMatch(segment -> segment.file().equals(name));
                if (!listed && !name.equals(LIST)) {
                    Files.delete(each);
                }
            }
        }
    }

    /** A file that is there wholly or not at all, whatever happens to the machine. */
    static void writeWhole(Path file, String text) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try (FileChannel channel = FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer octets = StandardCharsets.UTF_8.encode(text);
            while (octets.hasRemaining()) {
                channel.write(octets);
            }
            channel.force(true);
        }
        publish(unfinished, file);
    }

    /** Gives a finished file its name, for good. */
    static void publish(Path unfinished, Path file) throws IOException {
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private void requireNoGap() {
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i).from() != all.get(i - 1).to()) {
                throw new UnusableException("archive: between %s and %s in %s offsets are missing or doubled"
                        .formatted(all.get(i - 1).file(), all.get(i).file(), folder));
            }
        }
    }
}
