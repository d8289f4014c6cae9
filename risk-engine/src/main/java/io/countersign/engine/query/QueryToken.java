package io.countersign.engine.query;

import io.countersign.wire.settings.StartException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** The secret that callers of /internal share with the engines. Never printed. */
public final class QueryToken {

    private static final String SCHEME = "Bearer ";

    /** As many hex digits as 128 random bits have. */
    private static final int SHORTEST = 32;

    private final String token;

    private QueryToken(String token) {
        this.token = token;
    }

    /**
     * The token in {@code file}, without the space around it.
     *
     * @param setting the configuration property that named the file, for the message
     * @throws StartException in one line: which setting, which file, what is wrong
     */
    public static QueryToken read(String setting, Path file) {
        String content;
        try {
            content = Files.readString(file).strip();
        } catch (IOException e) {
            throw new StartException("%s: cannot read the token %s".formatted(setting, file), e);
        }
        if (content.length() < SHORTEST || content.chars().anyMatch(each -> each <= ' ' || each > '~')) {
            throw new StartException(
                    "%s: %s holds no token of %d or more printable characters".formatted(setting, file, SHORTEST));
        }
        return new QueryToken(content);
    }

    String header() {
        return SCHEME + token;
    }

    /** Whether an Authorization header shows this token; takes as long for a near miss as for a far one. */
    boolean isShownBy(@Nullable String authorization) {
        return authorization != null && MessageDigest.isEqual(digest(authorization), digest(header()));
    }

    /** Of one length, so that the comparison does not tell the token's. */
    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
