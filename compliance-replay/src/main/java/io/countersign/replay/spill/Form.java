package io.countersign.replay.spill;

/** A value as octets and back. */
public interface Form<T> {

    byte[] encode(T value);

    T decode(String key, byte[] octets);
}
