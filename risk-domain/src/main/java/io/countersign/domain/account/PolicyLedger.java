package io.countersign.domain.account;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which policies were published, and which judge. Only the house account has any.
 *
 * @param proposals published by whom, of the versions above the live one
 * @param published the highest version so far; 0 for none
 * @param live the version that judges; 0 for none
 * @param shadow the version that judges without effect; 0 for none
 */
public record PolicyLedger(Map<Long, String> proposals, long published, long live, long shadow) {

    /** More policies than anybody will confirm; a confirmation makes room. */
    public static final int MOST_PROPOSALS = 1_000;

    public static final PolicyLedger NONE = new PolicyLedger(Map.of(), 0, 0, 0);

    public PolicyLedger {
        proposals = Ordered.copy(proposals);
    }

    /** Who published {@code version}; null when it is not one that can become live. */
    public @Nullable String proposerOf(long version) {
        return proposals.get(version);
    }

    PolicyLedger proposed(long version, String by) {
        Corrupt.unless(version == published + 1, "version %s does not follow", version);
        return new PolicyLedger(Ordered.added(proposals, version, by), version, live, shadow);
    }

    /** What is older than the live policy can only come back as a new version. */
    PolicyLedger confirmed(long version) {
        Corrupt.unless(proposals.containsKey(version), "version %s was not published", version);
        Map<Long, String> newer = new LinkedHashMap<>(proposals);
        newer.keySet().removeIf(each -> each <= version);
        return new PolicyLedger(newer, published, version, shadow == version ? 0 : shadow);
    }

    PolicyLedger shadowed(long version) {
        Corrupt.unless(version <= published, "version %s was not published", version);
        return new PolicyLedger(proposals, published, live, version);
    }
}
