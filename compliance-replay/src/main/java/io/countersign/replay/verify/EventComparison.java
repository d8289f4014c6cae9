package io.countersign.replay.verify;

import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.finding.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two events that must be the same, and where they first are not: in a decision that is one finding or the status. */
final class EventComparison {

    private EventComparison() {}

    static @Nullable Discrepancy first(AuditState state, AccountEvent recorded, AccountEvent expected) {
        if (recorded.equals(expected)) {
            return null;
        }
        Difference difference = recorded instanceof RequestDecided r && expected instanceof RequestDecided e
                ? difference(r, e)
                : new Difference("event", recorded, expected);
        return state.discrepancy(
                difference.what(), String.valueOf(difference.recorded()), String.valueOf(difference.expected()));
    }

    private record Difference(
            String what,
            @Nullable Object recorded,
            @Nullable Object expected) {}

    private static Difference difference(RequestDecided recorded, RequestDecided expected) {
        String request = " of request " + recorded.request().id();
        int most = Math.max(recorded.findings().size(), expected.findings().size());
        for (int i = 0; i < most; i++) {
            Finding left = at(recorded.findings(), i);
            Finding right = at(expected.findings(), i);
            if (left == null || !left.equals(right)) {
                return new Difference("finding " + (i + 1) + request, left, right);
            }
        }
        if (recorded.status() != expected.status()) {
            return new Difference("status" + request, recorded.status(), expected.status());
        }
        return new Difference("decision" + request, recorded, expected);
    }

    private static @Nullable Finding at(List<Finding> findings, int index) {
        return index < findings.size() ? findings.get(index) : null;
    }
}
