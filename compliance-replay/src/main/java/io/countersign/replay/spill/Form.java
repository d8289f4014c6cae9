package io.countersign.replay.spill;

/** A value as octets and back. */
public interface Form<T> {

    byte[] encode(T value);

    T decode(String key, byte[] octets);

    /** How much memory the value takes, in a unit of its own; more than 0. */
    int weight(T value);
}
