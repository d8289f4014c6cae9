package io.countersign.domain.policy;

import org.jspecify.annotations.Nullable;

/**
 * The policies that judge.
 *
 * @param live the one whose verdict counts
 * @param shadow one whose verdict is recorded only; null for none
 */
public record Policies(Policy live, @Nullable Policy shadow) {

    /** One policy and no shadow. */
    public static Policies only(Policy live) {
        return new Policies(live, null);
    }
}
