package io.countersign.wire.message;

import io.countersign.domain.account.Outcome;
import io.countersign.domain.id.AccountId;
import org.jspecify.annotations.Nullable;

/** What became of a request; {@code sealedAnswer} is the gateway's alone, null when Binance gave none. */
public record OutcomeMessage(
        AccountId account, Outcome outcome, @Nullable Octets sealedAnswer) {}
