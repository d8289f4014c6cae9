package io.countersign.sandbox.demo;

import io.countersign.sandbox.demo.world.DemoWorld;

/** Runs steps in their order, and goes on after one that failed. */
public final class DemoRun {
    private final DemoWorld world;
    private int passed;
    private int failed;

    public DemoRun(DemoWorld world) {
        this.world = world;
    }

    /** A step that breaks off is not as expected; its reason is what was seen. */
    public Seen run(Step step) throws InterruptedException {
        Seen seen = attempt(step);
        if (seen.asExpected()) {
            passed++;
        } else {
            failed++;
        }
        return seen;
    }

    private Seen attempt(Step step) throws InterruptedException {
        try {
            return step.run(world);
        } catch (RuntimeException e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return new Seen(false, "broke off: " + reason);
        }
    }

    public int passed() {
        return passed;
    }

    public int failed() {
        return failed;
    }
}
