package io.countersign.wire.message;

import java.time.Instant;

/**
 * What a checkpoint's signature covers.
 *
 * @param partition of the journal
 * @param entries how many of the journal the partition held, aborted ones not counted
 * @param runningHash over all of them, 32 octets
 * @param at when it was signed, by the engine's clock
 */
public record CheckpointBody(int partition, long entries, Octets runningHash, Instant at) {}
