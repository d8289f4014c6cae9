package io.countersign.sandbox.policy;

import io.countersign.sandbox.policy.PolicyApi.Version;
import io.countersign.sandbox.token.TokenIssuer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Sees to it that a sandbox has a policy that judges: published by one officer, confirmed by the other. */
public final class FirstPolicy {
    private final String gateway;
    private final TokenIssuer tokens;

    public FirstPolicy(String gateway, TokenIssuer tokens) {
        this.gateway = gateway;
        this.tokens = tokens;
    }

    /** The policy of a fresh sandbox. */
    public static String document() {
        try (InputStream policy = FirstPolicy.class.getResourceAsStream("/policy.yaml")) {
            if (policy == null) {
                throw new IllegalStateException("policy.yaml is not in the sandbox's jar");
            }
            return new String(policy.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the live version, {@code yaml}'s if there was none. */
    public long ensure(String yaml) throws InterruptedException {
        List<Version> versions = api(Officers.FIRST).versions();
        Optional<Version> live = versions.stream().filter(Version::isLive).findFirst();
        if (live.isPresent()) {
            return live.get().number();
        }
        if (!versions.isEmpty()) {
            // Published by a start that came no further.
            Version last = versions.getFirst();
            return confirmed(last.number(), Officers.otherThan(last.publishedBy()));
        }
        return confirmed(api(Officers.FIRST).publish(yaml), Officers.SECOND);
    }

    private long confirmed(long version, String officer) throws InterruptedException {
        api(officer).confirm(version);
        return version;
    }

    private PolicyApi api(String officer) {
        return PolicyApi.as(officer, gateway, tokens);
    }
}
