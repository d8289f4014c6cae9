package io.countersign.sandbox.standin.http;

/** How far one request reaches into the octets that have come so far. */
sealed interface FrameLength {

    record Incomplete() implements FrameLength {}

    record Complete(int size) implements FrameLength {}

    record Malformed(int status, String reason) implements FrameLength {}
}
