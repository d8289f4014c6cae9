package io.countersign.sandbox.standin.rules;

import io.countersign.sandbox.standin.world.Permissions;

/** What a caller must prove. All but NONE are signed. */
public enum Security {
    NONE(""),
    READ(Permissions.READ),
    WITHDRAW(Permissions.WITHDRAW),
    TRANSFER(Permissions.TRANSFER);

    private final String permission;

    Security(String permission) {
        this.permission = permission;
    }

    public String permission() {
        return permission;
    }
}
