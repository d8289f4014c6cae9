package io.countersign.relay.egress;

import java.time.Instant;

/** The last word before the octets leave. */
public sealed interface Departure {

    /** Let them go; it is {@code at} now. */
    record Go(Instant at) implements Departure {}

    /** Keep them. */
    record Stay(String reason) implements Departure {}
}
