package io.countersign.relay.config;

import io.smallrye.config.WithDefault;

/** Where the schema registry is. */
public interface RegistryConfig {

    String PREFIX = "countersign.registry";

    /** The registry's own API, not its Confluent-compatible one. */
    @WithDefault("http://127.0.0.1:8081/apis/registry/v3")
    String url();
}
