package io.countersign.wire.mapping;

import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.lookup.FoundWithdrawal;
import io.countersign.domain.lookup.LookUp;
import io.countersign.domain.lookup.LookUpResult;
import io.countersign.domain.lookup.Resolution;
import io.countersign.domain.request.Endpoint;
import io.countersign.schema.decisions.Resolved;
import io.countersign.schema.journal.RequestLookedUp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What look-ups at Binance show. */
final class LookUpMapping {

    private LookUpMapping() {}

    static io.countersign.schema.common.@Nullable LookUp toAvro(@Nullable LookUp lookUp) {
        return lookUp == null
                ? null
                : new io.countersign.schema.common.LookUp(
                        lookUp.connection().fingerprint(),
                        lookUp.lists().method(),
                        lookUp.lists().path(),
                        lookUp.orderId(),
                        lookUp.from(),
                        lookUp.until(),
                        lookUp.found().stream().map(LookUpMapping::toAvro).toList());
    }

    static @Nullable LookUp fromAvro(io.countersign.schema.common.@Nullable LookUp avro) {
        return avro == null
                ? null
                : new LookUp(
                        new ConnectionId(avro.getConnection()),
                        new Endpoint(avro.getMethod(), avro.getPath()),
                        avro.getOrderId(),
                        avro.getFrom(),
                        avro.getUntil(),
                        avro.getFound().stream().map(LookUpMapping::fromAvro).toList());
    }

    static RequestLookedUp toAvro(AccountEvent.RequestLookedUp event) {
        return new RequestLookedUp(
                event.requestId().value(),
                event.lookUp().value(),
                io.countersign.schema.journal.LookUpResult.valueOf(
                        event.result().name()),
                event.reason(),
                event.sentAt());
    }

    static AccountEvent fromAvro(RequestLookedUp avro, Instant at) {
        return new AccountEvent.RequestLookedUp(
                new RequestId(avro.getRequestId()),
                new RequestId(avro.getLookUpId()),
                LookUpResult.valueOf(avro.getLookUpResult().name()),
                avro.getReason(),
                avro.getSentAt(),
                at);
    }

    static @Nullable Resolved toAvro(io.countersign.wire.message.@Nullable Resolved resolved) {
        return resolved == null
                ? null
                : new Resolved(toAvro(resolved.resolution()), resolved.lookUp().value(), resolved.reason());
    }

    static io.countersign.wire.message.@Nullable Resolved fromAvro(@Nullable Resolved avro) {
        return avro == null
                ? null
                : new io.countersign.wire.message.Resolved(
                        fromAvro(avro.getResolution()), new RequestId(avro.getLookUpId()), avro.getReason());
    }

    static io.countersign.schema.common.Resolution toAvro(Resolution resolution) {
        return io.countersign.schema.common.Resolution.valueOf(resolution.name());
    }

    static Resolution fromAvro(io.countersign.schema.common.Resolution avro) {
        return Resolution.valueOf(avro.name());
    }

    private static io.countersign.schema.common.FoundWithdrawal toAvro(FoundWithdrawal found) {
        return new io.countersign.schema.common.FoundWithdrawal(
                found.id(),
                found.status(),
                found.amount().asset().code(),
                found.amount().plain(),
                found.fee().toPlainString(),
                FactsMapping.toAvro(found.destination()),
                found.appliedAt());
    }

    private static FoundWithdrawal fromAvro(io.countersign.schema.common.FoundWithdrawal avro) {
        return new FoundWithdrawal(
                avro.getId(),
                avro.getStatus(),
                Decimals.amount(avro.getAmount(), avro.getAsset()),
                Decimals.parse(avro.getFee()),
                FactsMapping.fromAvro(avro.getDestination()),
                avro.getAppliedAt());
    }
}
