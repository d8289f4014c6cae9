package io.countersign.sandbox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A search that finds nothing is worth something only if it finds what was hidden for it. */
class SecretSearchTest {
    private static final String SECRET = "q9/Zt+5vLw==/never-to-be-read";

    @ParameterizedTest
    @MethodSource("hidden")
    void findsWhatWasHidden(byte[] hidden) {
        SecretSearch search = new SecretSearch(Map.of(SECRET, "a key"));

        search.in("here", hidden);

        assertThat(search.places()).containsExactly("a key in here");
    }

    static Stream<byte[]> hidden() {
        byte[] octets = SECRET.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                        SECRET,
                        URLEncoder.encode(SECRET, StandardCharsets.UTF_8),
                        HexFormat.of().formatHex(octets),
                        HexFormat.of().withUpperCase().formatHex(octets),
                        base64(""),
                        base64("x"),
                        base64("xy"),
                        new String(SECRET.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1))
                .map(form -> ("\0before" + form + "after\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void findsItInAFile(@TempDir Path folder) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("a/b")).resolve("00.log"), "x" + SECRET, charset());
        Files.writeString(folder.resolve("none"), SECRET.substring(1), charset());
        SecretSearch search = new SecretSearch(Map.of(SECRET, "a key"));

        search.inFilesOf(folder);

        assertThat(search.places()).isEqualTo(List.of("a key in " + folder.getFileName() + "/a/b/00.log"));
    }

    private static Charset charset() {
        return StandardCharsets.ISO_8859_1;
    }

    private static String base64(String before) {
        return Base64.getUrlEncoder().encodeToString((before + SECRET + "after").getBytes(StandardCharsets.UTF_8));
    }
}
