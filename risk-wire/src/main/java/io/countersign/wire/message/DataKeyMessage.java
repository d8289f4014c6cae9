package io.countersign.wire.message;

/** An account's data key as it travels: wrapped. */
public record DataKeyMessage(Octets wrapped) {}
