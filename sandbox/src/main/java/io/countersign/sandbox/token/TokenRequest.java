package io.countersign.sandbox.token;

import io.countersign.sandbox.settings.SandboxException;
import java.time.Duration;
import java.util.Set;

/** Whom a token is for, what it lets them do, and for how long. */
public record TokenRequest(String account, String role, Duration timeToLive, boolean secondFactor) {
    private static final Set<String> ROLES = Set.of("owner", "officer");

    public TokenRequest {
        if (account.isBlank()) {
            throw new SandboxException("a token needs the name of an account");
        }
        if (!ROLES.contains(role)) {
            throw new SandboxException("the role is owner or officer, not " + role);
        }
        if (timeToLive.isNegative() || timeToLive.isZero()) {
            throw new SandboxException("a token must live longer than " + timeToLive);
        }
    }

    public static TokenRequest owner(String account) {
        return new TokenRequest(account, "owner", Duration.ofHours(1), false);
    }

    public static TokenRequest officer(String account) {
        return new TokenRequest(account, "officer", Duration.ofHours(1), false);
    }

    /** The same, for somebody who has just shown a second factor. */
    public TokenRequest withSecondFactor() {
        return new TokenRequest(account, role, timeToLive, true);
    }
}
