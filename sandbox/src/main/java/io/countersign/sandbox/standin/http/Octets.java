package io.countersign.sandbox.standin.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A run of octets that nobody can change. Latin-1 text maps every octet to one character and back. */
public final class Octets {

    public static final Octets NONE = new Octets(new byte[0]);

    private final byte[] bytes;

    private Octets(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Octets of(byte[] bytes) {
        return new Octets(bytes.clone());
    }

    public static Octets utf8(String text) {
        return new Octets(text.getBytes(StandardCharsets.UTF_8));
    }

    public int size() {
        return bytes.length;
    }

    public byte[] toArray() {
        return bytes.clone();
    }

    public String latin1() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    public String utf8() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
