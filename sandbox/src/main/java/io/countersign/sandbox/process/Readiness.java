package io.countersign.sandbox.process;

/** A question put to a started process until it says yes. */
@FunctionalInterface
public interface Readiness {
    boolean isReady() throws InterruptedException;
}
