package io.countersign.wire.mapping;

import io.countersign.domain.account.Confirmation;
import io.countersign.domain.account.Confirmations;
import io.countersign.domain.account.PolicyLedger;
import io.countersign.domain.id.ConfirmationId;
import io.countersign.domain.id.IntentDigest;
import io.countersign.schema.state.AccountState;
import io.countersign.schema.state.ProposedPolicy;
import java.util.LinkedHashMap;
import java.util.Map;

/** Questions to people and policies to be confirmed, as the account store keeps them. */
final class ConfirmationMapping {

    private ConfirmationMapping() {}

    static void put(AccountState.Builder state, Confirmations confirmations, PolicyLedger policies) {
        state.setConfirmations(confirmations.byIntent().entrySet().stream()
                        .map(each -> toAvro(each.getKey(), each.getValue()))
                        .toList())
                .setPolicies(policies.equals(PolicyLedger.NONE) ? null : toAvro(policies));
    }

    static Confirmations confirmations(AccountState avro) {
        Map<IntentDigest, Confirmation> byIntent = new LinkedHashMap<>();
        avro.getConfirmations()
                .forEach(each -> byIntent.put(
                        FactsMapping.intent(each.getIntentDigest()),
                        new Confirmation(
                                new ConfirmationId(each.getConfirmationId()),
                                each.getAskedAt(),
                                each.getExpiresAt(),
                                each.getConfirmedBy())));
        return new Confirmations(byIntent);
    }

    static PolicyLedger policies(AccountState state) {
        io.countersign.schema.state.PolicyLedger avro = state.getPolicies();
        if (avro == null) {
            return PolicyLedger.NONE;
        }
        Map<Long, String> proposals = new LinkedHashMap<>();
        avro.getProposals().forEach(each -> proposals.put(each.getVersion(), each.getProposedBy()));
        return new PolicyLedger(proposals, avro.getPublished(), avro.getLive(), avro.getShadow());
    }

    private static io.countersign.schema.state.Confirmation toAvro(IntentDigest intent, Confirmation confirmation) {
        return new io.countersign.schema.state.Confirmation(
                FactsMapping.toAvro(intent),
                confirmation.id().value(),
                confirmation.askedAt(),
                confirmation.expiresAt(),
                confirmation.confirmedBy());
    }

    private static io.countersign.schema.state.PolicyLedger toAvro(PolicyLedger policies) {
        return new io.countersign.schema.state.PolicyLedger(
                policies.proposals().entrySet().stream()
                        .map(each -> new ProposedPolicy(each.getKey(), each.getValue()))
                        .toList(),
                policies.published(),
                policies.live(),
                policies.shadow());
    }
}
