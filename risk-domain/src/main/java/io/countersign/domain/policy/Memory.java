package io.countersign.domain.policy;

import java.time.Duration;

/**
 * How long things still matter.
 *
 * @param spending of reservations: the longest window of any limit
 * @param requests of decisions, for whoever retries; more than a signature lives
 */
public record Memory(Duration spending, Duration requests) {}
