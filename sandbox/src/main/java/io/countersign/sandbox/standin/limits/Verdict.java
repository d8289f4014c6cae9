package io.countersign.sandbox.standin.limits;

import java.util.Map;

/** Whether a request is within its limits. */
public sealed interface Verdict {

    /** It is, and this is the use so far. */
    record Within(Map<String, String> usage) implements Verdict {

        public Within {
            usage = Map.copyOf(usage);
        }
    }

    /** It is one too many: 429, come back later. */
    record Limited(long retryAfterSeconds, int limit, Map<String, String> usage) implements Verdict {

        public Limited {
            usage = Map.copyOf(usage);
        }
    }

    /** The address went on after 429: 418 until the end of the ban. */
    record Banned(long retryAfterSeconds, long untilMillis) implements Verdict {}
}
