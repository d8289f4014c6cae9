package io.countersign.wire.mapping;

import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.RequestId;
import io.countersign.schema.outcomes.Outcome;
import io.countersign.wire.message.OutcomeMessage;
import java.time.Duration;

/** Values of the topic of outcomes. */
public final class OutcomeMapping {

    public static final AvroMapping<OutcomeMessage, Outcome> AVRO = new AvroMapping<>(
            Outcome.class, Outcome.getClassSchema(), OutcomeMapping::toAvro, OutcomeMapping::fromAvro);

    private OutcomeMapping() {}

    private static Outcome toAvro(OutcomeMessage message) {
        io.countersign.domain.account.Outcome outcome = message.outcome();
        return new Outcome(
                outcome.requestId().value(),
                message.account().value(),
                FactsMapping.toAvro(outcome.outcome()),
                outcome.httpStatus(),
                outcome.binanceCode(),
                outcome.reason(),
                outcome.sentAt(),
                FactsMapping.toAvro(message.sealedAnswer()),
                message.retryAfter() == null
                        ? null
                        : Math.toIntExact(message.retryAfter().toSeconds()),
                LookUpMapping.toAvro(outcome.lookUp()));
    }

    private static OutcomeMessage fromAvro(Outcome avro) {
        io.countersign.domain.account.Outcome outcome = new io.countersign.domain.account.Outcome(
                new RequestId(avro.getRequestId()),
                FactsMapping.fromAvro(avro.getOutcome()),
                avro.getHttpStatus(),
                avro.getBinanceCode(),
                avro.getReason(),
                avro.getSentAt(),
                LookUpMapping.fromAvro(avro.getLookUp()));
        Integer retryAfter = avro.getRetryAfterSeconds();
        return new OutcomeMessage(
                new AccountId(avro.getAccountId()),
                outcome,
                FactsMapping.fromAvro(avro.getSealedAnswer()),
                retryAfter == null ? null : Duration.ofSeconds(retryAfter));
    }
}
