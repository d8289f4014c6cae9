package io.countersign.domain;

import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.account.AccountEvent.ReservationOpened;
import io.countersign.domain.account.AccountEvent.ReservationReleased;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.money.Asset;
import io.countersign.domain.money.Price;
import io.countersign.domain.request.Destination;
import io.countersign.domain.request.Transfer;
import io.countersign.domain.testing.Bounds;
import io.countersign.domain.testing.SamplePolicy;
import io.countersign.domain.testing.Samples;
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
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What an account spent, added up from its journal alone: by the requests' own facts, with none of the domain's sums. */
final class BruteForce {

    private final Map<RequestId, RequestDecided> decided = new HashMap<>();
    private final Map<RequestId, Spent> spent = new LinkedHashMap<>();
    private final Map<String, BigDecimal> peaks = new TreeMap<>();

    private record Spent(
            BigDecimal worth, Asset asset, @Nullable Destination destination, Instant at) {}

    private BruteForce() {}

    /** The highest of every sum right after each approval, by the policy that approved. */
    static Map<String, BigDecimal> peaks(List<AccountEvent> journal) {
        BruteForce sums = new BruteForce();
        for (AccountEvent event : journal) {
            if (event instanceof RequestDecided e) {
                sums.decided.put(e.request().id(), e);
            }
            if (event instanceof ReservationReleased e) {
                sums.spent.remove(e.requestId());
            }
            if (event instanceof ReservationOpened e) {
                sums.open(Objects.requireNonNull(sums.decided.get(e.requestId())));
            }
        }
        return sums.peaks;
    }

    /** The same sums as the histories' policies bound them. */
    static Map<String, BigDecimal> allowed() {
        Map<String, BigDecimal> allowed = new TreeMap<>();
        for (Bounds each : Bounds.ALL) {
            String policy = each.version() + " ";
            allowed.put(policy + "transfer", new BigDecimal(each.transfer()));
            allowed.put(policy + "day", new BigDecimal(each.day()));
            allowed.put(policy + "24h", new BigDecimal(each.last24Hours()));
            allowed.put(policy + "7d", new BigDecimal(each.last7Days()));
            allowed.put(policy + "30d", new BigDecimal(each.last30Days()));
            allowed.put(policy + "btc", new BigDecimal(each.ofBtc()));
            allowed.put(policy + "address", new BigDecimal(each.perAddress()));
            allowed.put(policy + "count", BigDecimal.valueOf(each.transfers()));
        }
        return allowed;
    }

    static BigDecimal worth(RequestDecided by) {
        Transfer transfer = Objects.requireNonNull(by.request().transfer());
        Price price = Objects.requireNonNull(by.request().price());
        return transfer.amount().value().multiply(price.value()).setScale(8, RoundingMode.CEILING);
    }

    private void open(RequestDecided by) {
        Transfer transfer = Objects.requireNonNull(by.request().transfer());
        Spent now = new Spent(worth(by), transfer.amount().asset(), transfer.destination(), by.at());
        spent.put(by.request().id(), now);
        String policy = by.policyVersion() + " ";
        LocalDate today = date(now.at());
        peak(policy + "transfer", now.worth());
        peak(policy + "day", sum(each -> date(each.at()).equals(today)));
        peak(policy + "24h", sum(last(now.at(), 1)));
        peak(policy + "7d", sum(last(now.at(), 7)));
        peak(policy + "30d", sum(last(now.at(), 30)));
        peak(
                policy + "address",
                sum(last(now.at(), 1).and(each -> Objects.equals(each.destination(), now.destination()))));
        peak(
                policy + "count",
                BigDecimal.valueOf(
                        spent.values().stream().filter(last(now.at(), 1)).count()));
        if (now.asset().equals(Samples.BTC)) {
            peak(policy + "btc", sum(last(now.at(), 1).and(each -> each.asset().equals(Samples.BTC))));
        }
    }

    private BigDecimal sum(Predicate<Spent> wanted) {
        return spent.values().stream().filter(wanted).map(Spent::worth).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void peak(String name, BigDecimal sum) {
        peaks.merge(name, sum, BigDecimal::max);
    }

    private static Predicate<Spent> last(Instant now, int days) {
        return each -> Duration.between(each.at(), now).compareTo(Duration.ofDays(days)) < 0;
    }

    private static LocalDate date(Instant at) {
        return LocalDate.ofInstant(at, SamplePolicy.BERLIN);
    }
}
