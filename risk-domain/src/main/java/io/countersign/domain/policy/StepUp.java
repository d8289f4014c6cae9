package io.countersign.domain.policy;

import java.time.Duration;

/**
 * How long a person has.
 *
 * @param answerWithin from the question to the confirmation
 * @param useWithin from the confirmation to the request that uses it
 */
public record StepUp(Duration answerWithin, Duration useWithin) {}
