package io.countersign.gateway.api;

import io.countersign.gateway.view.PolicyView;
import io.countersign.wire.policy.PolicyYaml;
import java.util.Set;

/** The tiers of the policy that is live, as far as is known here. */
final class LiveTiers {

    private LiveTiers() {}

    static Set<String> of(PolicyView policies) {
        return policies.find(policies.house().livePolicy())
                .map(live ->
                        PolicyYaml.parse(live.version(), live.yaml()).tiers().keySet())
                .orElse(Set.of());
    }
}
