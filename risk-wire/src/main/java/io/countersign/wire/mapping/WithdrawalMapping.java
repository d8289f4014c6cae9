package io.countersign.wire.mapping;

import io.countersign.domain.account.Withdrawal;
import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.money.Amount;
import io.countersign.domain.request.Endpoint;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Withdrawals whose end is not certain, as the account store keeps them. */
final class WithdrawalMapping {

    private WithdrawalMapping() {}

    static List<io.countersign.schema.state.Withdrawal> toAvro(Map<RequestId, Withdrawal> withdrawals) {
        return withdrawals.entrySet().stream()
                .map(each -> toAvro(each.getKey(), each.getValue()))
                .toList();
    }

    static Map<RequestId, Withdrawal> fromAvro(List<io.countersign.schema.state.Withdrawal> avro) {
        Map<RequestId, Withdrawal> withdrawals = new LinkedHashMap<>();
        avro.forEach(each -> withdrawals.put(FactsMapping.requestId(each.getRequestId()), fromAvro(each)));
        return withdrawals;
    }

    private static io.countersign.schema.state.Withdrawal toAvro(RequestId id, Withdrawal withdrawal) {
        Amount released = withdrawal.released();
        Instant lastEmpty = withdrawal.lastEmptyAt();
        return new io.countersign.schema.state.Withdrawal(
                FactsMapping.toAvro(id),
                withdrawal.endpoint().method(),
                withdrawal.endpoint().path(),
                withdrawal.connection().fingerprint(),
                FactsMapping.toAvro(withdrawal.transfer()),
                withdrawal.deadline().toEpochMilli(),
                released == null ? null : released.plain(),
                released == null ? null : released.asset().code(),
                withdrawal.emptyAnswers(),
                lastEmpty == null ? null : lastEmpty.toEpochMilli(),
                withdrawal.lastWord());
    }

    private static Withdrawal fromAvro(io.countersign.schema.state.Withdrawal avro) {
        String released = avro.getReleased();
        String quote = avro.getQuote();
        Long lastEmpty = avro.getLastEmptyAt();
        return new Withdrawal(
                new Endpoint(avro.getMethod(), avro.getPath()),
                new ConnectionId(avro.getConnection()),
                FactsMapping.fromAvro(avro.getTransfer()),
                Instant.ofEpochMilli(avro.getDeadline()),
                released == null || quote == null ? null : Decimals.amount(released, quote),
                avro.getEmptyAnswers(),
                lastEmpty == null ? null : Instant.ofEpochMilli(lastEmpty),
                avro.getLastWord());
    }
}
