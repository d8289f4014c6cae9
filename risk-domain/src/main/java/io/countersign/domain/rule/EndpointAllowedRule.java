package io.countersign.domain.rule;

import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.request.Endpoint;
import java.util.Set;

/** Rejects what the policy does not list. */
public record EndpointAllowedRule(Set<Endpoint> allowed) implements Rule {

    static final RuleId ID = new RuleId("endpoint-allowed");

    public EndpointAllowedRule {
        allowed = Set.copyOf(allowed);
    }

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Finding evaluate(RuleInput input) {
        String observed = input.request().endpoint().toString();
        if (!allowed.contains(input.request().endpoint())) {
            return Finding.reject(ID, observed, "listed in the policy", "the policy does not allow this endpoint");
        }
        return Finding.pass(ID, observed, "listed in the policy", "the policy allows this endpoint");
    }
}
