package io.countersign.wire.policy.custom;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import io.countersign.domain.account.SpendWindow;
import io.countersign.domain.request.Destination;
import io.countersign.domain.request.RequestFacts;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every fact that a condition may name. What they mean is in docs/reference/policy.md. */
final class Facts {

    private static final Duration ANY_DAY = new SpendWindow.CalendarDay(ZoneOffset.UTC).longest();
    private static final SpendWindow HOUR = rolling(Duration.ofHours(1));
    private static final SpendWindow DAY = rolling(Duration.ofHours(24));
    private static final SpendWindow WEEK = rolling(Duration.ofDays(7));
    private static final SpendWindow MONTH = rolling(Duration.ofDays(30));

    private static final List<Fact> LIST = List.of(
            of("endpoint.method", SimpleType.STRING, each -> request(each)
                    .endpoint()
                    .method()),
            of("endpoint.path", SimpleType.STRING, each -> request(each)
                    .endpoint()
                    .path()),
            of("movesFunds", SimpleType.BOOL, each -> request(each).movesFunds()),
            of("now", SimpleType.TIMESTAMP, each -> each.input().now()),
            of("hour", SimpleType.INT, each ->
                    (long) each.input().now().atOffset(ZoneOffset.UTC).getHour()),
            of("account.id", SimpleType.STRING, each -> request(each).account().value()),
            of(
                    "account.tier",
                    SimpleType.STRING,
                    each -> text(each.input().account().standing().tier())),
            of("account.transfers", SimpleType.INT, each -> each.usual().transfers()),
            of("account.daysSinceLastTransfer", SimpleType.DOUBLE, Situation::daysSinceLastTransfer),
            of("connection.ageHours", SimpleType.DOUBLE, Situation::connectionAge),
            new Fact("spent.today", SimpleType.DOUBLE, false, ANY_DAY, Situation::spentToday),
            spent("spent.last24h", DAY),
            spent("spent.last7d", WEEK),
            spent("spent.last30d", MONTH),
            counted("transfers.last1h", HOUR),
            counted("transfers.last24h", DAY),
            ofTransfer(
                    "transfer.asset",
                    SimpleType.STRING,
                    each -> each.transfer().amount().asset().code()),
            ofTransfer(
                    "transfer.amount",
                    SimpleType.DOUBLE,
                    each -> Situation.number(each.transfer().amount())),
            ofTransfer("worth", SimpleType.DOUBLE, Situation::worth),
            ofTransfer(
                    "transfer.orderId",
                    SimpleType.STRING,
                    each -> text(each.transfer().orderId())),
            ofTransfer("transfer.hasDestination", SimpleType.BOOL, each -> each.destination() != null),
            ofDestination("transfer.network", Destination::network),
            ofDestination("transfer.address", Destination::address),
            ofDestination("transfer.tag", Destination::tag),
            ofTransfer("address.ageHours", SimpleType.DOUBLE, Situation::addressAge),
            ofTransfer("destinationAccounts", SimpleType.INT, each ->
                    (long) each.input().circumstances().destinationAccounts()));

    /** By name, in the order of the reference. */
    static final Map<String, Fact> ALL =
            LIST.stream().collect(Collectors.toMap(Fact::name, each -> each, (one, other) -> one, LinkedHashMap::new));

    private Facts() {}

    private static Fact of(String name, CelType type, Function<Situation, Object> value) {
        return new Fact(name, type, false, Duration.ZERO, value);
    }

    private static Fact ofTransfer(String name, CelType type, Function<Situation, Object> value) {
        return new Fact(name, type, true, Duration.ZERO, value);
    }

    private static Fact ofDestination(String name, Function<Destination, @Nullable String> value) {
        return ofTransfer(name, SimpleType.STRING, each -> {
            Destination destination = each.destination();
            return destination == null ? "" : text(value.apply(destination));
        });
    }

    private static Fact spent(String name, SpendWindow window) {
        return new Fact(name, SimpleType.DOUBLE, false, window.longest(), each -> each.spent(window));
    }

    private static Fact counted(String name, SpendWindow window) {
        return new Fact(name, SimpleType.INT, false, window.longest(), each -> each.transfers(window));
    }

    private static SpendWindow rolling(Duration length) {
        return new SpendWindow.Rolling(length);
    }

    private static RequestFacts request(Situation situation) {
        return situation.input().request();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
