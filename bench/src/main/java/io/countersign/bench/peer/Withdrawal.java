package io.countersign.bench.peer;

import io.countersign.domain.id.RequestId;
import io.countersign.domain.money.Asset;
import io.countersign.domain.request.Destination;
import io.countersign.domain.request.Transfer;
import io.countersign.reading.Reading;
import io.countersign.reading.RequestNaming;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** As much of an understood request as its account's limits hang on. */
record Withdrawal(
        RequestId id,
        String account,
        byte[] keyHash,
        String destination,
        BigDecimal amount,
        @Nullable String orderId) {

    /** The one coin that needs no price. */
    private static final Asset QUOTE = new Asset("USDT");

    Withdrawal {
        keyHash = keyHash.clone();
    }

    @Override
    public byte[] keyHash() {
        return keyHash.clone();
    }

    /** Empty when it is none, or one of another coin. */
    static Optional<Withdrawal> of(String account, byte[] keyHash, Reading.Understood request) {
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

    @Override
    public boolean equals(Object other) {
        return other instanceof Withdrawal withdrawal && id.equals(withdrawal.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "withdrawal " + id;
    }
}
