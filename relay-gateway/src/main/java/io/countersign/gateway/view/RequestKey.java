package io.countersign.gateway.view;

import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.RequestId;

/** One account's request. Two accounts never share an entry, even for the same octets. */
public record RequestKey(AccountId account, RequestId id) {}
