package io.countersign.gateway.config;

import io.smallrye.config.WithDefault;

/** Where the schema registry is. */
public interface RegistryConfig {

    String PREFIX = "countersign.registry";

    @WithDefault("http://127.0.0.1:8081/apis/registry/v3")
    String url();
}
