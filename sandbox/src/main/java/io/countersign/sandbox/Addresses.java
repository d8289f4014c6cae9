package io.countersign.sandbox;

import io.countersign.sandbox.settings.Ports;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where each part of a sandbox answers. */
public record Addresses(Ports ports) {
    /** The wallet app's side: Binance's paths and the native API. */
    public String gateway() {
        return http(ports.gateway());
    }

    public String engine() {
        return http(ports.engine());
    }

    /** The second engine, where there is one. */
    public String engine2() {
        return http(ports.engine2());
    }

    public String kafka() {
        return Ports.HOST + ":" + ports.broker();
    }

    /** The registry's core API, as clients are configured with. */
    public String registry() {
        return http(ports.registry()) + "/apis/registry/v3";
    }

    /** The registry's Confluent-compatible API. */
    public String registryConfluent() {
        return http(ports.registry()) + "/apis/ccompat/v7";
    }

    /** What stands in for api.binance.com. */
    public String standIn() {
        return http(ports.standIn());
    }

    public String standInControl() {
        return http(ports.standInControl());
    }

    /** All of them by name, as in sandbox.json. */
    public Map<String, String> named() {
        Map<String, String> named = new LinkedHashMap<>();
        named.put("gateway", gateway());
        named.put("engine", engine());
        named.put("kafka", kafka());
        named.put("registry", registry());
        named.put("registryConfluent", registryConfluent());
        named.put("standIn", standIn());
        named.put("standInControl", standInControl());
        return named;
    }

    private static String http(int port) {
        return "http://" + Ports.HOST + ":" + port;
    }
}
