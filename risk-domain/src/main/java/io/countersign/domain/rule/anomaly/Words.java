package io.countersign.domain.rule.anomaly;

import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.request.Destination;
import io.countersign.domain.request.RequestFacts;
import io.countersign.domain.request.Transfer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the scoring rules say alike. */
final class Words {

    private static final BigDecimal HOURS_OF_A_DAY = BigDecimal.valueOf(24);

    /** Whole numbers below it are exact in both. */
    private static final double WHOLE = 1L << 53;

    private Words() {}

    /** With at most two decimals, whatever the machine's language. */
    static String number(double value) {
        if (value == StrictMath.rint(value) && StrictMath.abs(value) < WHOLE) {
            return Long.toString((long) value); // Most bounds are whole, and are told with every finding.
        }
        BigDecimal rounded =
                BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.toPlainString();
    }

    /** In days, rounded down to a tenth. */
    static String days(Duration length) {
        return BigDecimal.valueOf(length.toHours())
                        .divide(HOURS_OF_A_DAY, 1, RoundingMode.DOWN)
                        .toPlainString() + " days";
    }

    /** Where the funds would leave to; null when none would. */
    static @Nullable Destination destinationOf(RequestFacts request) {
        Transfer transfer = request.transfer();
        return transfer == null ? null : transfer.destination();
    }

    static Finding tooEarly(RuleId rule, long transfers, long needed) {
        return Finding.scored(
                rule, 0, transfers + " transfers", needed + " transfers", "too little is known of the account yet");
    }
}
