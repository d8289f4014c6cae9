package io.countersign.domain.testing;

import io.countersign.domain.account.AccountCommand;
import io.countersign.domain.account.Outcome;
import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.lookup.FoundWithdrawal;
import io.countersign.domain.lookup.LookUp;
import io.countersign.domain.money.Amount;
import io.countersign.domain.request.Destination;
import io.countersign.domain.request.Endpoint;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A look-up about Alice's withdrawal with the order id {@code order-1}, in which a test changes the one thing that it is about. */
public record LookUpSample(
        ConnectionId connection,
        Endpoint lists,
        String orderId,
        Instant from,
        Instant until,
        List<FoundWithdrawal> found,
        Instant sentAt) {

    /** What Binance lists of a withdrawal of 40 USDT to Alice's home, taken at {@code appliedAt}. */
    public static FoundWithdrawal found(int status, Instant appliedAt) {
        return found(status, "40", Samples.HOME, appliedAt);
    }

    public static FoundWithdrawal found(int status, String amount, Destination destination, Instant appliedAt) {
        return new FoundWithdrawal(
                "7213fea8", status, Amount.of(amount, Samples.USDT), new BigDecimal("0.5"), destination, appliedAt);
    }

    /** One that left at {@code sentAt}, asked about the seven days before, and found nothing. */
    public static LookUpSample empty(Instant sentAt) {
        return new LookUpSample(
                Samples.PHONE,
                Samples.WITHDRAW,
                "order-1",
                sentAt.minus(Duration.ofDays(7)),
                sentAt,
                List.of(),
                sentAt);
    }

    public LookUpSample finding(FoundWithdrawal... withdrawals) {
        return new LookUpSample(connection, lists, orderId, from, until, List.of(withdrawals), sentAt);
    }

    public LookUpSample by(ConnectionId other) {
        return new LookUpSample(other, lists, orderId, from, until, found, sentAt);
    }

    public LookUpSample of(Endpoint other) {
        return new LookUpSample(connection, other, orderId, from, until, found, sentAt);
    }

    public LookUpSample about(String other) {
        return new LookUpSample(connection, lists, other, from, until, found, sentAt);
    }

    public LookUpSample between(Instant begin, Instant end) {
        return new LookUpSample(connection, lists, orderId, begin, end, found, sentAt);
    }

    /** What the relay tells of the n-th request, which asked. */
    public AccountCommand.RecordOutcome answering(long n) {
        return answering(n, OutcomeClass.DONE);
    }

    public AccountCommand.RecordOutcome answering(long n, OutcomeClass outcome) {
        LookUp lookUp = new LookUp(connection, lists, orderId, from, until, found);
        Outcome told = new Outcome(Samples.requestId(n), outcome, 200, null, "as Binance answered", sentAt, lookUp);
        return new AccountCommand.RecordOutcome(told, sentAt);
    }
}
