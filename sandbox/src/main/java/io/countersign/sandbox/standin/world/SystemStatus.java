package io.countersign.sandbox.standin.world;

/** What system/status says: 0 normal, 1 maintenance. */
public record SystemStatus(int status, String msg) {

    public static final SystemStatus NORMAL = new SystemStatus(0, "normal");
}
