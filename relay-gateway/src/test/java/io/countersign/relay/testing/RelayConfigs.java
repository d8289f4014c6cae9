package io.countersign.relay.testing;

import io.countersign.relay.config.RelayConfig;
import io.countersign.wire.settings.Settings;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/** Settings of the relay from a map. */
public final class RelayConfigs {

    private static final Map<String, String> REQUIRED = Map.of(
            "request-keys", "requests.json",
            "answer-seal-keys", "answers.json",
            "decision-keys", "decisions.json",
            "fingerprint-keys", "fingerprints.json",
            "binance-url", "http://127.0.0.1:1");

    private RelayConfigs() {}

    /** What is required, and {@code properties} under the relay's prefix. */
    public static RelayConfig with(Map<String, String> properties) {
        Map<String, String> all = new HashMap<>();
        REQUIRED.forEach((name, value) -> all.put(RelayConfig.PREFIX + "." + name, value));
        properties.forEach((name, value) -> all.put(RelayConfig.PREFIX + "." + name, value));
        return Settings.load(
                RelayConfig.class,
                RelayConfig.PREFIX,
                new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(all, "test", 100))
                        .build());
    }
}
