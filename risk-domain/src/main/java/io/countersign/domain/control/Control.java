package io.countersign.domain.control;

import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ControlId;

/**
 * A change that a person asked for.
 *
 * @param requestedBy subject of the person's token
 */
public record Control(ControlId id, AccountId account, String requestedBy, Authority authority, ControlChange change) {}
