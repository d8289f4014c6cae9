package io.countersign.replay.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.countersign.replay.source.UnusableException;
import io.countersign.wire.message.Octets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.SortedMap;
import java.util.TreeMap;

/** The wrapped data keys in an archive, in a file of their own: the only one that is written anew, so that the next archiving forgets. */
final class ArchivedKeys {

    static final String FILE = "data-keys.json";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ArchivedKeys() {}

    /** By account id; none in an archive from before there were any. */
    static SortedMap<String, Octets> in(Path archive) {
        Path file = archive.resolve(FILE);
        SortedMap<String, Octets> keys = new TreeMap<>();
        if (!Files.exists(file)) {
            return keys;
        }
        try {
            SortedMap<String, String> texts =
                    JSON.readValue(Files.readString(file), new TypeReference<TreeMap<String, String>>() {});
            texts.forEach((account, text) ->
                    keys.put(account, Octets.of(Base64.getDecoder().decode(text))));
            return keys;
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new UnusableException("archive: %s holds no data keys".formatted(file), e);
        } catch (IOException e) {
            throw new UnusableException("archive: cannot read " + file, e);
        }
    }

    static void write(Path archive, SortedMap<String, Octets> keys) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        keys.forEach((account, key) -> texts.put(account, Base64.getEncoder().encodeToString(key.toBytes())));
        Segments.writeWhole(archive.resolve(FILE), JSON.writeValueAsString(texts));
    }
}
