package io.countersign.wire.policy.custom;

import dev.cel.common.types.CelType;
import java.time.Duration;
import java.util.function.Function;

/**
 * What a condition may name.
 *
 * @param ofTransfer whether it says nothing of a request without a transfer
 * @param lookback how long the account must remember its spending for it
 * @param value throws a {@link NotKnownException} when it cannot be known
 */
record Fact(String name, CelType type, boolean ofTransfer, Duration lookback, Function<Situation, Object> value) {}
