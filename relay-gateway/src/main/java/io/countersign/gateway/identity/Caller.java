package io.countersign.gateway.identity;

import io.countersign.domain.id.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling: the account and roles of a verified token, and its subject for the record.
 *
 * @param secondFactorAt when a second factor was proved; null for never
 * @param expiresAt when the token ends
 */
public record Caller(
        AccountId account,
        String subject,
        Set<String> roles,
        @Nullable Instant secondFactorAt,
        Instant expiresAt) {

    public static final String OWNER = "owner";
    public static final String OFFICER = "officer";

    /** What an identity provider's clock may be ahead of ours. */
    private static final Duration AHEAD = Duration.ofSeconds(30);

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean is(String role) {
        return roles.contains(role);
    }

    /** Whether the proof of a second factor is not older than {@code maxAge} at {@code now}. */
    public boolean provedSecondFactor(Instant now, Duration maxAge) {
        return secondFactorAt != null
                && !secondFactorAt.isBefore(now.minus(maxAge))
                && !secondFactorAt.isAfter(now.plus(AHEAD));
    }
}
