package io.countersign.wire.message;

/** A decision with the engine's countersignature over every field of it. */
public record DecisionMessage(DecisionBody body, Octets countersignature) {}
