package io.countersign.domain.control;

import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ControlId;

/**
 * A change that a person asked for and was entitled to ask for.
 *
 * @param requestedBy subject of the person's token
 */
public record Control(ControlId id, AccountId account, String requestedBy, ControlChange change) {}
