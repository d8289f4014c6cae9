package io.countersign.replay.verify;

import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.ShadowVerdict;
import io.countersign.domain.policy.Policies;
import io.countersign.domain.policy.Policy;
import io.countersign.replay.source.PublishedPolicies;
import org.jspecify.annotations.Nullable;

/** Which policies an event says that it was judged by. */
final class PolicyJudges {

    private final PublishedPolicies published;

    PolicyJudges(PublishedPolicies published) {
        this.published = published;
    }

    /** Null when one of them was never published. */
    @Nullable
    Policies of(AccountEvent event) {
        return switch (event) {
            case AccountEvent.RequestDecided e -> {
                ShadowVerdict shadow = e.shadow();
                Policy live = published.version(e.policyVersion());
                Policy beside = shadow == null ? null : published.version(shadow.policyVersion());
                yield live == null || (shadow != null && beside == null) ? null : new Policies(live, beside);
            }
            case AccountEvent.IntentConfirmed e -> only(e.policyVersion());
            case AccountEvent.OutcomeRecorded e -> only(e.policyVersion());
            default -> Policies.only(Policy.none());
        };
    }

    private @Nullable Policies only(long version) {
        Policy one = published.version(version);
        return one == null ? null : Policies.only(one);
    }

    /** The versions that there are, for a person. */
    String known() {
        return published.parsed().keySet().toString();
    }

    /** The versions that {@code event} names, for a person. */
    static String named(AccountEvent event) {
        return switch (event) {
            case AccountEvent.RequestDecided e -> {
                ShadowVerdict shadow = e.shadow();
                yield "version " + e.policyVersion()
                        + (shadow == null ? "" : ", in shadow version " + shadow.policyVersion());
            }
            case AccountEvent.IntentConfirmed e -> "version " + e.policyVersion();
            case AccountEvent.OutcomeRecorded e -> "version " + e.policyVersion();
            default -> "none";
        };
    }
}
