package io.countersign.wire.settings;

import io.smallrye.config.WithDefault;

/** Where the schema registry is. */
public interface RegistryConfig {

    String PREFIX = "countersign.registry";

    /** The address of its Confluent-compatible API; Apicurio's own address is understood too. */
    @WithDefault("http://127.0.0.1:8081/apis/registry/v3")
    String url();
}
