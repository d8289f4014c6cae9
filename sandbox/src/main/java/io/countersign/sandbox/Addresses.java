package io.countersign.sandbox;

import io.countersign.sandbox.settings.Ports;
import io.countersign.sandbox.settings.Role;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Where each part of a sandbox answers. */
public record Addresses(Ports ports, Set<Role> roles) {
    /** Those of the processes that there are. */
    public Addresses {
        roles = Set.copyOf(roles);
    }

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

    public String relay() {
        return http(ports.relay());
    }

    public String relay2() {
        return http(ports.relay2());
    }

    /** Every broker's, as clients are configured with. */
    public String kafka() {
        return IntStream.rangeClosed(1, Role.BROKERS.size())
                .filter(number -> number == 1 || roles.contains(Role.BROKERS.get(number - 1)))
                .mapToObj(this::broker)
                .collect(Collectors.joining(","));
    }

    /** One broker's, by its number from 1 on. */
    String broker(int number) {
        return Ports.HOST + ":" + ports.broker(number);
    }

    /** The registry's core API, as clients are configured with. */
    public String registry() {
        return http(ports.registry()) + "/apis/registry/v3";
    }

    /** The registry's Confluent-compatible API. */
    public String registryConfluent() {
        return http(ports.registry()) + "/apis/ccompat/v7";
    }

    /** Who signs bearer tokens, and publishes the keys that they are verified with. */
    public String issuer() {
        return http(ports.issuer());
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
        putIf(named, Role.ENGINE_2, "engine2", engine2());
        putIf(named, Role.RELAY, "relay", relay());
        putIf(named, Role.RELAY_2, "relay2", relay2());
        named.put("kafka", kafka());
        named.put("registry", registry());
        named.put("registryConfluent", registryConfluent());
        named.put("standIn", standIn());
        named.put("standInControl", standInControl());
        named.put("tokenIssuer", issuer());
        return named;
    }

    private void putIf(Map<String, String> named, Role role, String name, String address) {
        if (roles.contains(role)) {
            named.put(name, address);
        }
    }

    private static String http(int port) {
        return "http://" + Ports.HOST + ":" + port;
    }
}
