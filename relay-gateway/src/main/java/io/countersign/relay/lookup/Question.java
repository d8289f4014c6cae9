package io.countersign.relay.lookup;

import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.request.Endpoint;
import io.countersign.reading.LookUpDescription;
import io.countersign.reading.Parameter;
import io.countersign.reading.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A signed question about one withdrawal that hides nothing of it: by its order id and a time, and by nothing else. Who could add a
 * status or an offset could have Binance list nothing of what there is.
 *
 * @param times the time that was asked about, given when it was sent
 * @param status field of the answer with the state of a withdrawal
 */
public record Question(ConnectionId connection, Endpoint lists, String orderId, Times times, String status) {

    /** Which time was asked about. */
    public sealed interface Times {

        /** As the request says, inclusive. */
        record Between(Instant from, Instant until) implements Times {}

        /** As far back as Binance looks by itself. */
        record Last(Duration length) implements Times {}
    }

    /** Empty for every other request. */
    public static Optional<Question> of(Reading.Understood read, ConnectionId connection) {
        LookUpDescription lookUp = read.endpoint().lookUp().orElse(null);
        if (lookUp == null) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (Parameter parameter : read.parameters()) {
            values.put(parameter.name(), parameter.value());
        }
        String orderId = values.get(lookUp.orderId());
        values.keySet().removeAll(Parameter.OF_SIGNED);
        boolean hidesNothing =
                Set.of(lookUp.orderId(), lookUp.from(), lookUp.until()).containsAll(values.keySet());
        return orderId == null || !hidesNothing
                ? Optional.empty()
                : times(values, lookUp)
                        .map(times -> new Question(connection, lookUp.listed(), orderId, times, lookUp.status()));
    }

    /** With one of the two, or with too much between them, nobody says which time Binance means. */
    private static Optional<Times> times(Map<String, String> values, LookUpDescription lookUp) {
        String from = values.get(lookUp.from());
        String until = values.get(lookUp.until());
        Duration most = Duration.ofDays(lookUp.days());
        if (from == null && until == null) {
            return Optional.of(new Times.Last(most));
        }
        if (from == null || until == null) {
            return Optional.empty();
        }
        Instant begin = Instant.ofEpochMilli(Long.parseLong(from));
        Instant end = Instant.ofEpochMilli(Long.parseLong(until));
        Duration span = Duration.between(begin, end);
        return span.isNegative() || span.compareTo(most) >= 0
                ? Optional.empty()
                : Optional.of(new Times.Between(begin, end));
    }

    /** The beginning of the time that was asked about by what left at {@code sentAt}. */
    public Instant from(Instant sentAt) {
        return switch (times) {
            case Times.Between between -> between.from();
            case Times.Last last -> sentAt.minus(last.length());
        };
    }

    /** Its end. */
    public Instant until(Instant sentAt) {
        return switch (times) {
            case Times.Between between -> between.until();
            case Times.Last last -> sentAt;
        };
    }
}
