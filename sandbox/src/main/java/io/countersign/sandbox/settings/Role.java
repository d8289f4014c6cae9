package io.countersign.sandbox.settings;

/** A process of the sandbox, in the order of starting. */
public enum Role {
    BROKER("broker"),
    REGISTRY("registry"),
    STAND_IN("stand-in"),
    ENGINE("risk-engine"),
    /** A second engine of the same group, when it is asked for. */
    ENGINE_2("risk-engine-2"),
    GATEWAY("relay-gateway");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    /** Its name in files, logs and messages. */
    public String label() {
        return label;
    }
}
