package io.countersign.domain.request;

import io.countersign.domain.money.Amount;
import org.jspecify.annotations.Nullable;

/** The move of funds that a request asks for. No destination: it stays within the user's own wallets. */
public record Transfer(
        Amount amount,
        @Nullable Destination destination,
        @Nullable String orderId) {}
