package io.countersign.gateway.intake;

import io.countersign.gateway.answer.Problem;
import io.countersign.gateway.answer.ProblemType;
import io.countersign.reading.SignatureWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a signature still lives when it gets to Binance. */
final class Lateness {

    private Lateness() {}

    /** Empty when it does; {@code now} is Binance's, and {@code margin} what the way there takes. */
    static Optional<Problem> refusal(SignatureWindow window, Instant now, Duration margin) {
        if (window.isAhead(now)) {
            return Optional.of(Problem.of(
                    ProblemType.TIMESTAMP_AHEAD,
                    "timestamp: it is %d ms ahead of Binance's clock, and less than 1000 are allowed; set yours"
                            .formatted(Duration.between(now, window.timestamp()).toMillis())));
        }
        Duration left = Duration.between(now, window.lapsesAt());
        if (left.isNegative()) {
            return Optional.of(Problem.of(
                    ProblemType.SIGNATURE_LAPSED,
                    "timestamp, recvWindow: the signature lapsed %d ms ago; sign again"
                            .formatted(left.negated().toMillis())));
        }
        if (left.compareTo(margin) <= 0) {
            return Optional.of(Problem.of(
                    ProblemType.SIGNATURE_LAPSED,
                    "timestamp, recvWindow: %d ms are left and the way to Binance needs %d; sign again with a longer recvWindow"
                            .formatted(left.toMillis(), margin.toMillis())));
        }
        return Optional.empty();
    }
}
