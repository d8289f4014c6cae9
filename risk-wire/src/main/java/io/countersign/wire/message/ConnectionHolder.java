package io.countersign.wire.message;

import io.countersign.domain.id.AccountId;

/**
 * Which account a connection is bound to.
 *
 * @param grant offset of the latest claim that was granted; never the same twice for one connection
 */
public record ConnectionHolder(AccountId account, long grant) {}
