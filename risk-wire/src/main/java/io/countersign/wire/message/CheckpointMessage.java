package io.countersign.wire.message;

/** A checkpoint with the engine's signature over every field of it. */
public record CheckpointMessage(CheckpointBody body, Octets signature) {}
