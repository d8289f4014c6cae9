package io.countersign.gateway.config;

import io.countersign.gateway.engine.EngineClient;
import io.countersign.wire.settings.StartException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Which engines are asked for accounts, and with what; each failure is one line. */
public final class EngineSettings {

    private static final String URLS = "countersign.gateway.engine.urls";
    private static final String TOKEN = "countersign.gateway.engine.query-token";

    private EngineSettings() {}

    /** Reads the token; what is missing stops the start. */
    public static EngineClient.Setting load(GatewayConfig.Engine config) {
        List<URI> urls = config.urls()
                .orElseThrow(
                        () -> new StartException(URLS + ": not set; list the engines' addresses, http://host:port"));
        Path file = config.queryToken()
                .orElseThrow(() -> new StartException(TOKEN + ": not set; name the file of the engines' token"));
        return new EngineClient.Setting(urls, token(file), config.connectTimeout(), config.timeout());
    }

    private static String token(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StartException("%s: cannot read %s".formatted(TOKEN, file), e);
        }
    }
}
