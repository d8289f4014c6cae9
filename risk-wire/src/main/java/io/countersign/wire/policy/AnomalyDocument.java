package io.countersign.wire.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of the document on what is unusual: the thresholds of the sum, and what each rule gives points for. */
record AnomalyDocument(
        @Nullable @Bounds(least = "1", most = "10000") Integer stepUp,
        @Nullable @Bounds(least = "1", most = "10000") Integer reject,
        @Nullable @Bounds(least = "0", most = "1000") Integer warmUp,
        @Nullable Rules rules) {

    AnomalyDocument {
        if (stepUp != null && reject != null && reject < stepUp) {
            throw new IllegalArgumentException(
                    "reject, %d, is below stepUp, %d: make it the same or more".formatted(reject, stepUp));
        }
    }

    /** By the rules' ids. */
    record Rules(
            @JsonProperty("amount-anomaly") @Nullable Rising amountAnomaly,
            @JsonProperty("rapid-transfers") @Nullable Rapid rapidTransfers,
            @JsonProperty("unusual-hour") @Nullable Falling unusualHour,
            @JsonProperty("burst-after-dormancy") @Nullable Dormancy burstAfterDormancy,

            @JsonProperty("first-seen-destination") @Nullable
            FirstSeen firstSeenDestination,

            @JsonProperty("new-connection") @Nullable NewConnection newConnection,
            @JsonProperty("fan-in") @Nullable Rising fanIn,
            @JsonProperty("limit-hugging") @Nullable Hugging limitHugging) {}

    /** Points that rise from one number to a higher one. */
    record Rising(
            @Nullable @Bounds(least = "0", most = "1000") Integer weight,
            @Nullable @Bounds(least = "0", most = "1000000") BigDecimal from,
            @Nullable @Bounds(above = "0", most = "1000000") BigDecimal to) {

        Rising {
            rising(from, to);
        }
    }

    /** Points that rise from one number to a lower one. */
    record Falling(
            @Nullable @Bounds(least = "0", most = "1000") Integer weight,
            @Nullable @Bounds(above = "0", most = "1000000") BigDecimal from,
            @Nullable @Bounds(least = "0", most = "1000000") BigDecimal to) {

        Falling {
            if (from != null && to != null && from.compareTo(to) <= 0) {
                throw new IllegalArgumentException("from, %s, must be above to, %s".formatted(from, to));
            }
        }
    }

    /** Transfers that follow each other fast. */
    record Rapid(
            @Nullable @Bounds(least = "0", most = "1000") Integer weight,
            @Nullable @Bounds(least = "0", most = "1000000") BigDecimal from,
            @Nullable @Bounds(above = "0", most = "1000000") BigDecimal to,
            @Nullable @Bounds(least = "1", most = "100") Integer gaps) {

        Rapid {
            rising(from, to);
        }
    }

    /** Transfers after a long silence. */
    record Dormancy(
            @Nullable @Bounds(least = "0", most = "1000") Integer weight,
            @Nullable @Bounds(least = "7", most = "1000000") BigDecimal from,
            @Nullable @Bounds(least = "7", most = "1000000") BigDecimal to,
            @Nullable @Bounds(least = "1", most = "1000000") BigDecimal timesUsual,

            @Nullable @Bounds(above = "PT0S", most = PolicyDocument.LONGEST)
            Duration awake) {

        Dormancy {
            rising(from, to);
        }
    }

    /** A destination that is new to the account. */
    record FirstSeen(
            @Nullable @Bounds(least = "0", most = "1000") Integer weight,

            @Nullable @Bounds(above = "PT0S", most = PolicyDocument.LONGEST)
            Duration familiarAfter) {}

    /** An API key that is new to the account. */
    record NewConnection(
            @Nullable @Bounds(least = "0", most = "1000") Integer weight,

            @Nullable @Bounds(above = "PT0S", most = PolicyDocument.LONGEST)
            Duration settledAfter) {}

    /** Transfers just below a cap. */
    record Hugging(
            @Nullable @Bounds(least = "0", most = "1000") Integer weight,
            @Nullable @Bounds(least = "0", most = "1000000") BigDecimal from,
            @Nullable @Bounds(above = "0", most = "1000000") BigDecimal to,
            @Nullable @Bounds(above = "0", below = "1") BigDecimal share,

            @Nullable @Bounds(above = "PT0S", most = PolicyDocument.LONGEST)
            Duration window,

            @Nullable List<BigDecimal> caps) {

        Hugging {
            rising(from, to);
            if (caps != null && caps.stream().anyMatch(each -> each.signum() <= 0)) {
                throw new IllegalArgumentException("every one of caps is more than 0");
            }
        }
    }

    private static void rising(@Nullable BigDecimal from, @Nullable BigDecimal to) {
        if (from != null && to != null && from.compareTo(to) >= 0) {
            throw new IllegalArgumentException("from, %s, must be below to, %s".formatted(from, to));
        }
    }
}
