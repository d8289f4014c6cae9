package io.countersign.replay.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.countersign.replay.source.UnusableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/**
 * What {@code archive.json} says of the whole.
 *
 * @param format 1
 * @param partitions of the journal
 * @param policyPartitions of the policies
 * @param schemas SHA-256 in hex of {@code schemas/ID.avsc}, by id
 */
record Contents(int format, int partitions, SortedSet<Integer> policyPartitions, SortedMap<Integer, String> schemas) {

    static final String FILE = "archive.json";

    private static final int FORMAT = 1;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    static Contents empty(int partitions, Set<Integer> policyPartitions) {
        return new Contents(FORMAT, partitions, new TreeSet<>(policyPartitions), new TreeMap<>());
    }

    static boolean isIn(Path archive) {
        return Files.exists(archive.resolve(FILE));
    }

    static Contents of(Path archive) {
        Path file = archive.resolve(FILE);
        try {
            Contents contents = JSON.readValue(Files.readString(file), Contents.class);
            if (contents.format() != FORMAT) {
                throw new UnusableException("archive: %s is of format %d, which this build does not know"
                        .formatted(archive, contents.format()));
            }
            return contents;
        } catch (JsonProcessingException e) {
            throw new UnusableException("archive: %s does not say what it holds".formatted(file), e);
        } catch (IOException e) {
            throw new UnusableException("archive: there is none in " + archive, e);
        }
    }

    void write(Path archive) throws IOException {
        Segments.writeWhole(archive.resolve(FILE), JSON.writeValueAsString(this));
    }

    Contents with(int id, String schema) {
        SortedMap<Integer, String> more = new TreeMap<>(schemas);
        more.put(id, sha256(schema));
        return new Contents(format, partitions, policyPartitions, more);
    }

    static Path schemaFile(Path archive, int id) {
        return archive.resolve("schemas").resolve(id + ".avsc");
    }

    /** Every schema, each compared with its digest. */
    Map<Integer, Schema> read(Path archive) {
        Map<Integer, Schema> read = new TreeMap<>();
        schemas.forEach((id, digest) -> {
            Path file = schemaFile(archive, id);
            try {
                String text = Files.readString(file);
                if (!sha256(text).equals(digest)) {
                    throw new UnusableException("archive: %s was altered since it was archived".formatted(file));
                }
                read.put(id, new Schema.Parser().parse(text));
            } catch (IOException | SchemaParseException e) {
                throw new UnusableException("archive: cannot read " + file, e);
            }
        });
        return read;
    }

    private static String sha256(String text) {
        MessageDigest digest = SegmentFormat.digest();
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return SegmentFormat.hex(digest);
    }
}
