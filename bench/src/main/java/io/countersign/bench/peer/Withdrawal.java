package io.countersign.bench.peer;

import io.countersign.domain.id.RequestId;
import io.countersign.domain.money.Asset;
import io.countersign.domain.request.Destination;
import io.countersign.domain.request.Transfer;
import io.countersign.reading.Reading;
import io.countersign.reading.RequestNaming;
import io.countersign.wire.message.Octets;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** As much of an understood request as its account's limits hang on. */
record Withdrawal(
        RequestId id,
        String account,
        Octets keyHash,
        String destination,
        BigDecimal amount,
        @Nullable String orderId) {

    /** The one coin that needs no price. */
    private static final Asset QUOTE = new Asset("USDT");

    /** Empty when it is none, or one of another coin. */
    static Optional<Withdrawal> of(String account, Octets keyHash, Reading.Understood request) {
        Transfer transfer = request.transfer();
        Destination destination = transfer == null ? null : transfer.destination();
        return transfer == null
                        || destination == null
                        || !transfer.amount().asset().equals(QUOTE)
                ? Optional.empty()
                : Optional.of(new Withdrawal(
                        RequestNaming.name(request),
                        account,
                        keyHash,
                        destination.toString(),
                        transfer.amount().value(),
                        transfer.orderId()));
    }
}
