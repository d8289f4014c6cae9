package io.countersign.wire.mapping;

import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ConfirmationId;
import io.countersign.domain.request.RequestFacts;
import io.countersign.schema.decisions.Decision;
import io.countersign.wire.message.DecisionBody;
import io.countersign.wire.message.DecisionKind;
import io.countersign.wire.message.DecisionMessage;
import io.countersign.wire.message.Octets;

/** Values of the topic of decisions. */
public final class DecisionMapping {

    public static final AvroMapping<DecisionMessage, Decision> AVRO = new AvroMapping<>(
            Decision.class, Decision.getClassSchema(), DecisionMapping::toAvro, DecisionMapping::fromAvro);

    private DecisionMapping() {}

    private static Decision toAvro(DecisionMessage message) {
        DecisionBody body = message.body();
        RequestFacts facts = body.facts();
        ConfirmationId confirmation = body.confirmation();
        return Decision.newBuilder()
                .setId(body.id())
                .setAccountId(body.account().value())
                .setKind(io.countersign.schema.decisions.DecisionKind.valueOf(
                        body.kind().name()))
                .setStatus(FactsMapping.toAvro(body.status()))
                .setFindings(FactsMapping.toAvro(body.findings()))
                .setPolicyVersion(body.policyVersion())
                .setDecidedAt(body.decidedAt())
                .setFacts(facts == null ? null : FactsMapping.toAvro(facts))
                .setSealedRequest(FactsMapping.toAvro(body.sealedRequest()))
                .setConfirmationId(confirmation == null ? null : confirmation.value())
                .setResolved(LookUpMapping.toAvro(body.resolved()))
                .setCountersignature(message.countersignature().toBuffer())
                .build();
    }

    private static DecisionMessage fromAvro(Decision avro) {
        io.countersign.schema.common.RequestFacts facts = avro.getFacts();
        String confirmation = avro.getConfirmationId();
        DecisionBody body = new DecisionBody(
                DecisionKind.valueOf(avro.getKind().name()),
                avro.getId(),
                new AccountId(avro.getAccountId()),
                FactsMapping.fromAvro(avro.getStatus()),
                FactsMapping.fromAvro(avro.getFindings()),
                avro.getPolicyVersion(),
                avro.getDecidedAt(),
                facts == null ? null : FactsMapping.fromAvro(facts),
                FactsMapping.fromAvro(avro.getSealedRequest()),
                confirmation == null ? null : new ConfirmationId(confirmation),
                LookUpMapping.fromAvro(avro.getResolved()));
        return new DecisionMessage(body, Octets.of(avro.getCountersignature()));
    }
}
