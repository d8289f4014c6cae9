package io.countersign.relay.config;

import io.countersign.wire.settings.KafkaConfig;
import io.countersign.wire.settings.RegistryConfig;
import io.countersign.wire.settings.Settings;

/** All settings that the relay reads. */
public record RelaySettings(RelayConfig relay, KafkaConfig kafka, RegistryConfig registry) {

    /**
     * Reads them from every source of the process.
     *
     * @throws io.countersign.wire.settings.StartException when one is missing, malformed or unknown
     */
    public static RelaySettings load() {
        return new RelaySettings(
                Settings.load(RelayConfig.class, RelayConfig.PREFIX),
                Settings.load(KafkaConfig.class, KafkaConfig.PREFIX),
                Settings.load(RegistryConfig.class, RegistryConfig.PREFIX));
    }
}
