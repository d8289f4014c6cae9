package io.countersign.relay.outcome;

import io.countersign.domain.account.OutcomeClass;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt means.
 *
 * @param binanceCode null when the answer carried none
 * @param reason one sentence, never from Binance's answer
 * @param saysSo whether the answer's own words tell a client the same
 */
public record Classified(OutcomeClass outcome, @Nullable Integer binanceCode, String reason, boolean saysSo) {}
