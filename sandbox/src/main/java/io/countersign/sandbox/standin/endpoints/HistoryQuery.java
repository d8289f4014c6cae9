package io.countersign.sandbox.standin.endpoints;

import io.countersign.sandbox.standin.rules.BinanceError;
import io.countersign.sandbox.standin.signing.Parameters;
import io.countersign.sandbox.standin.world.Withdrawal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which withdrawals are asked for. */
record HistoryQuery(Parameters parameters, long startMillis, long endMillis, List<String> ids) {

    /** A query, or why there is none. */
    sealed interface Reading {}

    record Good(HistoryQuery query) implements Reading {}

    record Bad(BinanceError error) implements Reading {}

    private static final String RANGE = "^[0-9]{1,15}$";
    private static final Pattern NUMBER = Pattern.compile(RANGE);
    private static final List<String> NUMBERS = List.of("status", "offset", "limit", "startTime", "endTime");
    private static final long MAX_SPAN = Duration.ofDays(90).toMillis();
    private static final long MAX_SPAN_BY_ORDER_ID = Duration.ofDays(7).toMillis();
    private static final int MAX_ROWS = 1_000;
    private static final int MAX_IDS = 45;

    static Reading read(Parameters parameters, long nowMillis) {
        Optional<BinanceError> notANumber = NUMBERS.stream()
                .filter(name -> parameters
                        .find(name)
                        .filter(value -> !NUMBER.matcher(value).matches())
                        .isPresent())
                .map(name -> BinanceError.illegal(name, RANGE))
                .findFirst();
        if (notANumber.isPresent()) {
            return new Bad(notANumber.get());
        }
        boolean byOrderId = parameters.has("withdrawOrderId");
        long span = byOrderId ? MAX_SPAN_BY_ORDER_ID : MAX_SPAN;
        HistoryQuery query = of(parameters, nowMillis, span);
        if (query.ids.size() > MAX_IDS) {
            return new Bad(BinanceError.invalid("idList"));
        }
        if (query.endMillis - query.startMillis > span || query.endMillis < query.startMillis) {
            return new Bad(
                    byOrderId
                            ? BinanceError.bad(-1127, "More than 168 hours between startTime and endTime.")
                            : BinanceError.bad(-4047, "Time interval must be within 0-90 days"));
        }
        return new Good(query);
    }

    private static HistoryQuery of(Parameters parameters, long nowMillis, long span) {
        Optional<Long> start = parameters.find("startTime").map(Long::parseLong);
        Optional<Long> end = parameters.find("endTime").map(Long::parseLong);
        // A given start looks forward and a given end looks back, as far as the span allows. What is made
        // in this very millisecond counts as past.
        long to = end.orElseGet(
                () -> start.map(from -> Math.min(from + span, nowMillis)).orElse(nowMillis));
        long from = start.orElse(to - span);
        List<String> ids = parameters.find("idList").stream()
                .flatMap(list -> Stream.of(list.split(",", -1)))
                .toList();
        return new HistoryQuery(parameters, Math.min(from, end.isEmpty() ? to : from), to, ids);
    }

    int offset() {
        return (int) Math.min(Integer.MAX_VALUE, number("offset").orElse(0L));
    }

    long limit() {
        return Math.min(MAX_ROWS, number("limit").orElse((long) MAX_ROWS));
    }

    boolean matches(Withdrawal withdrawal) {
        long appliedMillis = withdrawal.appliedMicros() / 1_000;
        Withdrawal.Order order = withdrawal.order();
        return appliedMillis >= startMillis
                && appliedMillis <= endMillis
                && is("coin", order.coin().symbol())
                && is("network", order.network().name())
                && is("trId", Long.toString(withdrawal.trId()))
                && is("withdrawOrderId", order.withdrawOrderId() == null ? "" : order.withdrawOrderId())
                && is("status", Integer.toString(withdrawal.status()))
                && (ids.isEmpty() || ids.contains(withdrawal.id()));
    }

    private boolean is(String parameter, String actual) {
        return parameters.find(parameter).map(actual::equals).orElse(true);
    }

    private Optional<Long> number(String parameter) {
        return parameters.find(parameter).map(Long::parseLong);
    }
}
