package io.countersign.wire.policy.custom;

import io.countersign.domain.money.Asset;
import java.time.ZoneId;

/**
 * What of the policy the facts need.
 *
 * @param quote the currency of worth and of what was spent
 * @param zone whose calendar day today is
 */
public record Terms(Asset quote, ZoneId zone) {}
