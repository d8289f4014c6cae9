package io.countersign.domain.policy;

import java.time.Duration;

/**
 * When so many rejections raise an alert: a bad rule must not refuse everyone in silence.
 *
 * @param share of the accounts in the window that had a request rejected, more than 0 and at most 1
 * @param atLeast accounts in the window before a share says anything
 * @param window how far it looks back
 */
public record Guard(double share, int atLeast, Duration window) {

    public Guard {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("a share is more than 0 and at most 1");
        }
        if (atLeast < 1) {
            throw new IllegalArgumentException("at least one account is needed for a share");
        }
    }

    /** Whether {@code rejected} of {@code decided} accounts are too many. */
    public boolean isTripped(long decided, long rejected) {
        return decided >= atLeast && rejected > share * decided;
    }
}
