package io.countersign.sandbox.settings;

import java.util.List;

/** A process of the sandbox, in the order of starting. */
public enum Role {
    BROKER("broker"),
    /** Two more brokers of the same cluster, when they are asked for. */
    BROKER_2("broker-2"),
    BROKER_3("broker-3"),
    REGISTRY("registry"),
    STAND_IN("stand-in"),
    ISSUER("token-issuer"),
    ENGINE("risk-engine"),
    /** A second engine of the same group, when it is asked for. */
    ENGINE_2("risk-engine-2"),
    /** Relays in processes of their own, when they are asked for; otherwise the gateway's process is the relay too. */
    RELAY("relay"),
    RELAY_2("relay-2"),
    GATEWAY("relay-gateway");

    public static final List<Role> BROKERS = List.of(BROKER, BROKER_2, BROKER_3);
    public static final List<Role> ENGINES = List.of(ENGINE, ENGINE_2);
    public static final List<Role> RELAYS = List.of(RELAY, RELAY_2);

    private final String label;

    Role(String label) {
        this.label = label;
    }

    /** Its name in files, logs and messages. */
    public String label() {
        return label;
    }
}
