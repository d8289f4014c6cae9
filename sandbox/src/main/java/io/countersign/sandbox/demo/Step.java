package io.countersign.sandbox.demo;

import io.countersign.sandbox.demo.world.DemoWorld;

/** One thing that the demo shows. */
public interface Step {
    /** What is done. */
    String sentence();

    /** What should be seen. */
    String expected();

    Seen run(DemoWorld world) throws InterruptedException;
}
