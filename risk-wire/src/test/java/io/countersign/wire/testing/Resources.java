package io.countersign.wire.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Files of the tests. */
public final class Resources {

    private Resources() {}

    public static byte[] octets(String path) {
        try (InputStream file = Objects.requireNonNull(Resources.class.getResourceAsStream(path), path)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(String path) {
        return new String(octets(path), StandardCharsets.UTF_8);
    }
}
