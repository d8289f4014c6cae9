package io.countersign.domain;

import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.account.AccountEvent.ReservationOpened;
import io.countersign.domain.account.AccountEvent.ReservationReleased;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.money.Price;
import io.countersign.domain.request.Transfer;
import io.countersign.domain.testing.SamplePolicy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What an account spent, added up from its journal alone: by the requests' own facts, with none of the domain's sums. */
final class BruteForce {

    private final Map<RequestId, RequestDecided> decided = new HashMap<>();
    private final Map<RequestId, Spent> spent = new LinkedHashMap<>();

    private record Spent(BigDecimal worth, Instant at) {}

    /** Largest in one transfer, in one day of Berlin, in any 24 hours, right after each approval. */
    record Peaks(BigDecimal transfer, BigDecimal day, BigDecimal rolling) {

        Peaks max(Peaks other) {
            return new Peaks(transfer.max(other.transfer), day.max(other.day), rolling.max(other.rolling));
        }
    }

    static Peaks peaks(List<AccountEvent> journal) {
        BruteForce sums = new BruteForce();
        Peaks peaks = new Peaks(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
        for (AccountEvent event : journal) {
            if (event instanceof RequestDecided e) {
                sums.decided.put(e.request().id(), e);
            }
            if (event instanceof ReservationReleased e) {
                sums.spent.remove(e.requestId());
            }
            if (event instanceof ReservationOpened e) {
                peaks = peaks.max(sums.open(e));
            }
        }
        return peaks;
    }

    private Peaks open(ReservationOpened event) {
        RequestDecided by = Objects.requireNonNull(decided.get(event.requestId()));
        Spent spending = new Spent(worth(by), by.at());
        spent.put(event.requestId(), spending);
        LocalDate today = date(spending.at());
        BigDecimal day = BigDecimal.ZERO;
        BigDecimal rolling = BigDecimal.ZERO;
        for (Spent each : spent.values()) {
            day = date(each.at()).equals(today) ? day.add(each.worth()) : day;
            boolean recent = Duration.between(each.at(), spending.at()).compareTo(Duration.ofHours(24)) < 0;
            rolling = recent ? rolling.add(each.worth()) : rolling;
        }
        return new Peaks(spending.worth(), day, rolling);
    }

    private static BigDecimal worth(RequestDecided by) {
        Transfer transfer = Objects.requireNonNull(by.request().transfer());
        Price price = Objects.requireNonNull(by.request().price());
        return transfer.amount().value().multiply(price.value()).setScale(8, RoundingMode.CEILING);
    }

    private static LocalDate date(Instant at) {
        return LocalDate.ofInstant(at, SamplePolicy.BERLIN);
    }
}
