package io.countersign.sandbox.demo;

import java.util.ArrayList;
import java.util.List;

/** Observations of one step; it is as expected when each of them is. */
public final class Checks {
    private final List<String> words = new ArrayList<>();
    private boolean good = true;

    /** Something that is worth telling, whether it was as expected or not. */
    public Checks saw(String observation, boolean asExpected) {
        words.add(observation);
        good &= asExpected;
        return this;
    }

    /** Something that is worth telling only when it was not as expected. */
    public Checks require(boolean asExpected, String otherwise) {
        return asExpected ? this : saw(otherwise, false);
    }

    public Seen seen() {
        return new Seen(good, String.join("; ", words));
    }
}
