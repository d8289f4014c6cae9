package io.countersign.role;

import io.countersign.wire.settings.StartException;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;

/** What a process of this artifact does, by {@code countersign.roles}. */
public enum Role {
    /** Takes signed requests in. */
    GATEWAY,
    /** Sends what was approved. */
    RELAY;

    private static final String SETTING = "countersign.roles";

    /** Whether the process has this role; with roles that there are not, it ends. */
    public boolean isOn(Config config) {
        List<String> names = config.getOptionalValues(SETTING, String.class).orElse(List.of());
        return orEnd("", () -> all(names)).contains(this);
    }

    /** Runs {@code start}; when it cannot, the process ends with 1 and one line without a stack. */
    public void start(Runnable start) {
        boolean ignored = orEnd(name().toLowerCase(Locale.ROOT) + " ", () -> {
            MemoryDumps.requireNone();
            start.run();
            return true;
        });
    }

    /**
     * An exception of Quarkus' own type and without a cause makes it print one line and exit with 1. Its
     * PreventFurtherStepsException would leave the process up and doing nothing.
     */
    private static <T> T orEnd(String who, Supplier<T> step) {
        try {
            return step.get();
        } catch (StartException e) {
            throw new ConfigurationException("countersign %scannot start: %s".formatted(who, e.getMessage()));
        }
    }

    static Set<Role> all(List<String> names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : names) {
            roles.add(named(name));
        }
        if (roles.isEmpty()) {
            throw new StartException(SETTING + ": name gateway, relay or both");
        }
        return roles;
    }

    private static Role named(String name) {
        for (Role role : values()) {
            if (role.name().toLowerCase(Locale.ROOT).equals(name.strip())) {
                return role;
            }
        }
        throw new StartException("%s: %s is no role; name gateway, relay or both".formatted(SETTING, name));
    }
}
