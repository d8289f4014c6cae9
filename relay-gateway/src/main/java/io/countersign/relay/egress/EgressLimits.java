package io.countersign.relay.egress;

import io.countersign.relay.config.RelayConfig;
import java.time.Duration;

/** How many requests go out at a time, how long each may take, how long an answer may be. */
public record EgressLimits(int connections, Duration connect, Duration response, int answerOctets) {

    /** For what users sign. */
    public static EgressLimits forRequests(RelayConfig config) {
        return new EgressLimits(
                config.maxInFlight(), config.connectTimeout(), config.responseTimeout(), config.maxAnswerOctets());
    }

    /** For what the relay asks on its own behalf, one at a time. */
    public static EgressLimits forReferenceData(RelayConfig config) {
        return new EgressLimits(1, config.connectTimeout(), config.connectTimeout(), config.maxAnswerOctets());
    }

    /** For the longest answer of all, which nobody waits for. */
    public static EgressLimits forExchangeInfo(RelayConfig config) {
        return new EgressLimits(1, config.connectTimeout(), config.responseTimeout(), config.maxExchangeInfoOctets());
    }
}
