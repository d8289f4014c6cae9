package io.countersign.sandbox.standin.rules;

import io.countersign.sandbox.standin.signing.Parameters;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** The window in which a signed request is good, in microseconds throughout. */
record Timing(long timestampMicros, long windowMicros) {

    private static final String TIMESTAMP_RANGE = "^[0-9]{1,20}$";
    private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{1,16}");
    private static final String WINDOW_RANGE = "^[0-9]{1,5}(\\.[0-9]{1,3})?$";
    private static final Pattern WINDOW = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,3})?");
    private static final BigDecimal DEFAULT_WINDOW = BigDecimal.valueOf(5_000);
    private static final BigDecimal MAX_WINDOW = BigDecimal.valueOf(60_000);
    private static final BigDecimal MICROS = BigDecimal.valueOf(1_000);
    private static final int MICROSECOND_DIGITS = 16;
    private static final long AHEAD_MICROS = 1_000_000;

    /** What is wrong with the two parameters themselves. */
    static Optional<BinanceError> malformed(Parameters parameters) {
        if (!TIMESTAMP.matcher(parameters.text("timestamp")).matches()) {
            return Optional.of(BinanceError.illegal("timestamp", TIMESTAMP_RANGE));
        }
        Optional<String> window = parameters.find("recvWindow");
        if (window.isPresent() && !WINDOW.matcher(window.get()).matches()) {
            return Optional.of(BinanceError.illegal("recvWindow", WINDOW_RANGE));
        }
        return window(parameters).compareTo(MAX_WINDOW) > 0 ? Optional.of(BinanceError.BAD_WINDOW) : Optional.empty();
    }

    static Timing of(Parameters parameters) {
        String timestamp = parameters.text("timestamp");
        long value = Long.parseLong(timestamp);
        return new Timing(
                timestamp.length() >= MICROSECOND_DIGITS ? value : Math.multiplyExact(value, 1_000L),
                window(parameters).multiply(MICROS).longValueExact());
    }

    private static BigDecimal window(Parameters parameters) {
        return parameters.find("recvWindow").map(BigDecimal::new).orElse(DEFAULT_WINDOW);
    }

    /** On receipt: not too far ahead, not too old. */
    Optional<BinanceError> refusedAt(long serverMicros) {
        if (timestampMicros >= serverMicros + AHEAD_MICROS) {
            return Optional.of(BinanceError.AHEAD);
        }
        return expiredAt(serverMicros);
    }

    /** Just before execution: still not too old. */
    Optional<BinanceError> expiredAt(long serverMicros) {
        return serverMicros - timestampMicros > windowMicros
                ? Optional.of(BinanceError.OUTSIDE_WINDOW)
                : Optional.empty();
    }
}
