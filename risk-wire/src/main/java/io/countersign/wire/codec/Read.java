package io.countersign.wire.codec;

/** What came of reading a record. */
public sealed interface Read<T> {

    /** A value. */
    record Value<T>(T value) implements Read<T> {}

    /** No value, for ever; {@code reason} is for the dead letter. */
    record Unreadable<T>(String reason) implements Read<T> {}
}
