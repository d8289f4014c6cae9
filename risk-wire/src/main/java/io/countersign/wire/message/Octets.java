package io.countersign.wire.message;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Octets that never change. Says only how many there are when printed, so that it may hold secrets. */
public final class Octets {

    /** None. */
    public static final Octets EMPTY = new Octets(new byte[0]);

    private final byte[] bytes;

    private Octets(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A copy of {@code bytes}. */
    public static Octets of(byte[] bytes) {
        return new Octets(bytes.clone());
    }

    /** A copy of what remains in {@code buffer}. */
    public static Octets of(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return new Octets(bytes);
    }

    /** A copy. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    /** A read-only view. */
    public ByteBuffer toBuffer() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    public int length() {
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " octets";
    }
}
