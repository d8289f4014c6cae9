package io.countersign.domain.account;

import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.lookup.LookUp;
import io.countersign.domain.money.Amount;
import io.countersign.domain.request.Endpoint;
import io.countersign.domain.request.RequestFacts;
import io.countersign.domain.request.Transfer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An approved withdrawal whose end is not certain: all that it can be recognised by at Binance, and what look-ups showed so far.
 *
 * @param transfer with a destination and an order id
 * @param deadline last instant at which its octets may have left, on Binance's clock
 * @param released what its reservation was worth, once it was released; null before
 * @param emptyAnswers that count
 * @param lastEmptyAt when the look-up of the last of them left, on Binance's clock; null before the first
 * @param lastWord what the latest look-up said, for a person; null before the first
 */
public record Withdrawal(
        Endpoint endpoint,
        ConnectionId connection,
        Transfer transfer,
        Instant deadline,
        @Nullable Amount released,
        int emptyAnswers,
        @Nullable Instant lastEmptyAt,
        @Nullable String lastWord) {

    /** Longer than a signature lives (60 s, and 1 s that its timestamp may be ahead): it cannot have been accepted earlier. */
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(2);

    /** Empty for what no order id tells apart from others at Binance. */
    static Optional<Withdrawal> of(RequestFacts request) {
        Transfer transfer = request.transfer();
        if (transfer == null || transfer.destination() == null || transfer.orderId() == null) {
            return Optional.empty();
        }
        return Optional.of(new Withdrawal(
                request.endpoint(), request.connection(), transfer, request.deadline(), null, 0, null, null));
    }

    /** The earliest instant at which Binance can have taken it, on Binance's clock. */
    public Instant earliest() {
        return deadline.minus(LONGEST_LIFE);
    }

    /** The instant from which on Binance no longer works on it and lists it if it took it, on Binance's clock. */
    public Instant over(Duration margin) {
        return deadline.plus(margin);
    }

    /** Whether {@code lookUp} asked about requests such as this one, by its order id. */
    public boolean isAskedAboutBy(LookUp lookUp) {
        return lookUp.orderId().equals(transfer.orderId())
                && lookUp.connection().equals(connection)
                && lookUp.lists().equals(endpoint);
    }

    Withdrawal lookedUp(AccountEvent.RequestLookedUp event) {
        boolean empty = event.result().isEmptyAnswer();
        return new Withdrawal(
                endpoint,
                connection,
                transfer,
                deadline,
                released,
                empty ? emptyAnswers + 1 : emptyAnswers,
                empty ? event.sentAt() : lastEmptyAt,
                event.reason());
    }

    Withdrawal released(Amount value) {
        return new Withdrawal(endpoint, connection, transfer, deadline, value, emptyAnswers, lastEmptyAt, lastWord);
    }
}
