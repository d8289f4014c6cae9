package io.countersign.domain.behaviour;

import io.countersign.domain.money.Amount;
import io.countersign.domain.request.Destination;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A transfer whose funds did move.
 *
 * @param worth in the quote currency
 * @param destination null within the user's own wallets
 * @param at when it was approved
 */
public record Observation(Amount worth, @Nullable Destination destination, Instant at) {}
