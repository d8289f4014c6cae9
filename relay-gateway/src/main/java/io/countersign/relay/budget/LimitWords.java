package io.countersign.relay.budget;

import io.countersign.relay.egress.Attempt;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What Binance's answers say about limits. */
final class LimitWords {

    static final int FIREWALL = 403;
    static final int BANNED = 418;
    static final int LIMITED = 429;
    static final Set<Integer> STATUSES = Set.of(FIREWALL, BANNED, LIMITED);

    /** The longest ban that Binance documents. Nothing that an answer says stops us for longer. */
    private static final Duration LONGEST = Duration.ofDays(3);

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private LimitWords() {}

    /** How much is used, as the header {@code name} says. */
    static Optional<Integer> used(Attempt.Answered answer, String name) {
        return number(answer, name);
    }

    /** How long Binance asks us to wait: at least a second, at most three days. */
    static Optional<Duration> retryAfter(Attempt.Answered answer) {
        return number(answer, "retry-after")
                .map(seconds -> Duration.ofSeconds(Math.max(1, seconds)))
                .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }

    private static Optional<Integer> number(Attempt.Answered answer, String name) {
        return answer.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(header -> header.value().strip())
                .filter(value -> NUMBER.matcher(value).matches())
                .map(Integer::valueOf)
                .max(Integer::compare);
    }
}
